import type { TokenPlace } from "../../../lib/page/token-place";
import { t } from "../../../lib/words/words";
import { homeFor, spotFor } from "../drawing/control-spot";
import { asOwn } from "../drawing/own-elements";
import { themeOf } from "../drawing/page-theme";
import { addSheet } from "../drawing/shadow-sheet";
import type { SaveView } from "./capture-flow";
import { isPlainlyShown } from "./is-plainly-shown";
import { HOST_LOOK, SHEET } from "./save-look";

export interface SaveControl {
  show(view: SaveView): void;
  /** The page moved or re-rendered: stand where the token stands, and stand at all. */
  follow(place: TokenPlace): void;
  remove(): void;
}

/** As assistive technology is told; a person reads what stands on their keyboard. */
const SHORTCUT = "Alt+Shift+V";
const SHIELDED = [
  "pointerdown",
  "pointerup",
  "mousedown",
  "mouseup",
  "click",
  "dblclick",
  "touchstart",
  "touchend",
  "focusin",
  "keydown",
  "keyup",
  "keypress",
] as const;

/**
 * The control that saves one token. It stands outside the page's own tree wherever the browser
 * lets it be used there, above everything, and keeps its events to itself: a press of our button
 * is no click beside the dialog, and the focus stays where the page wants it.
 *
 * @param onPress - Called only for a real press by the person.
 */
export function createSaveControl(
  place: TokenPlace,
  write: (change: () => void) => void,
  onPress: () => void,
): SaveControl {
  const host = asOwn(document.createElement("div"));
  host.style.cssText = HOST_LOOK;
  host.popover = "manual";
  // Libraries that hide everything outside a dialog make an exception for elements marked so.
  host.setAttribute("data-react-aria-top-layer", "true");
  const shadow = host.attachShadow({ mode: "open" });
  addSheet(shadow, SHEET);
  const card = element("div", "card");
  const words = element("div", "words");
  words.setAttribute("role", "status");
  const hint = element("kbd", "");
  const button = element("button", "");
  button.setAttribute("type", "button");
  button.setAttribute("aria-keyshortcuts", SHORTCUT);
  card.append(element("div", "mark"), words, button);
  shadow.append(card);
  let present = place;
  let isShown = false;
  let last: SaveView | null = null;
  let said = "";
  let frame = 0;
  const settling: ReturnType<typeof setTimeout>[] = [];

  /** Unaltered by the page; where it is not, it is put right again and the press counts for nothing. */
  function isOurs(): boolean {
    if (isPlainlyShown(host, card, button) && words.textContent === said) return true;
    write(() => {
      host.style.cssText = HOST_LOOK;
      for (const part of [card, button]) part.removeAttribute("style");
    });
    if (last) show(last);
    return false;
  }

  const shield = (event: Event): void => {
    const path = event.composedPath();
    if (!path.includes(host)) return;
    event.stopImmediatePropagation();
    if (event.type === "mousedown") event.preventDefault();
    const isPress = event.type === "click" && event.isTrusted && path.includes(button);
    if (isPress && isOurs()) onPress();
  };
  // A dialog that keeps the focus to itself leaves no other way to our button without a mouse.
  const shortcut = (event: KeyboardEvent): void => {
    const isShortcut = event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey;
    if (!isShown || button.hidden || !isShortcut || event.code !== "KeyV" || !event.isTrusted)
      return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isOurs()) onPress();
  };
  const ended = new AbortController();
  const early = { capture: true, signal: ended.signal };
  addEventListener("keydown", shortcut, early);
  // At the window and in the capture phase, so that it runs before focus traps and outside-click handlers.
  for (const type of SHIELDED) addEventListener(type, shield, early);
  const moved = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      stand();
    });
  };
  addEventListener("scroll", moved, { ...early, passive: true });
  addEventListener("resize", moved, early);
  const resized = new ResizeObserver(moved);

  function stand(): void {
    if (!isShown) return;
    write(() => {
      card.classList.toggle("dark", themeOf(present.container) === "dark");
      const home = homeFor(present.element);
      if (host.parentNode !== home) home.append(host);
      for (const attribute of ["inert", "aria-hidden"]) host.removeAttribute(attribute);
      if (!host.matches(":popover-open")) host.showPopover();
      const { left, top } = spotFor(present, host.getBoundingClientRect());
      host.style.setProperty("left", `${Math.round(left)}px`, "important");
      host.style.setProperty("top", `${Math.round(top)}px`, "important");
    });
  }

  function show(view: SaveView): void {
    last = view;
    write(() => {
      host.dataset.icmcSave = view.state;
      card.className = `card ${view.state}`;
      card.lang = t("locale");
      words.textContent = view.words;
      hint.textContent = view.button ? t("page.shortcut") : "";
      if (view.button) words.append(hint);
      button.textContent = view.button ?? "";
      button.hidden = view.button === null;
      button.style.display = view.button === null ? "none" : "";
      said = words.textContent ?? "";
    });
    if (!isShown) {
      isShown = true;
      resized.observe(present.container);
      // Dialogs slide and fade in; afterwards nothing moves without a sign.
      for (const ms of [120, 300, 700]) settling.push(setTimeout(stand, ms));
    }
    stand();
  }

  return {
    show,
    follow: (next) => {
      if (next.container !== present.container && isShown) {
        resized.disconnect();
        resized.observe(next.container);
      }
      present = next;
      moved();
    },
    remove: () => {
      ended.abort();
      resized.disconnect();
      cancelAnimationFrame(frame);
      for (const timer of settling) clearTimeout(timer);
      isShown = false;
      write(() => host.remove());
    },
  };
}

function element(name: string, className: string): HTMLElement {
  const created = document.createElement(name);
  created.className = className;
  return created;
}
