import type { TokenPlace } from "../../lib/page/token-place";
import { themeOf } from "./badge-look";
import type { SaveView } from "./capture-flow";
import { homeFor, spotFor } from "./control-spot";
import { asOwn } from "./own-elements";

export interface SaveControl {
  show(view: SaveView): void;
  /** The page moved or re-rendered: stand where the token stands, and stand at all. */
  follow(place: TokenPlace): void;
  remove(): void;
}

const HOST_LOOK =
  "all:initial!important;position:fixed!important;inset:auto!important;margin:0!important;padding:0!important;border:0!important;overflow:visible!important;background:none!important;display:block!important;width:max-content!important;height:max-content!important;z-index:2147483647!important;pointer-events:auto!important;visibility:visible!important;opacity:1!important;";
const SHEET = `
.card{display:flex;align-items:center;gap:12px;max-width:min(460px,calc(100vw - 24px));box-sizing:border-box;padding:10px 10px 10px 14px;border-radius:12px;font:400 13px/18px system-ui,sans-serif;color:#1b2430;background:#fff;box-shadow:0 0 0 1px #d5dbe3,0 8px 28px #0f172a2e}
.mark{flex:none;width:22px;height:22px;border-radius:7px;background:radial-gradient(circle at 8px 11px,transparent 2px,#fff 2.3px 4.4px,transparent 4.7px),linear-gradient(#fff,#fff) 12px 10px/7px 2px no-repeat,linear-gradient(#fff,#fff) 16px 11px/2px 4px no-repeat,#2457d6}
.words{flex:1;min-width:90px}
button{flex:none;all:unset;box-sizing:border-box;cursor:pointer;padding:7px 14px;border-radius:8px;font:600 13px/18px system-ui,sans-serif;white-space:nowrap;color:#fff;background:#2457d6}
button:hover{background:#1c47b3}button:focus-visible{outline:2px solid #2457d6;outline-offset:2px}button[aria-disabled=true]{opacity:.6}
.saved .mark{background:linear-gradient(-45deg,transparent 8px,#fff 8px 10px,transparent 10px) -1px -3px no-repeat,#147a45}
.saved .words{font-weight:600;color:#0f5c36;padding-right:8px}.failed .mark{background:linear-gradient(#fff,#fff) 10px 5px/2px 8px no-repeat,linear-gradient(#fff,#fff) 10px 15px/2px 2px no-repeat,#c22b2b}
.dark{color:#e8ecf2;background:#1d232c;box-shadow:0 0 0 1px #3a4350,0 8px 28px #0009}.dark button{background:#3b6df0}.dark button:hover{background:#5883f5}.dark.saved .words{color:#8fe0b3}
`;
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
  const button = element("button", "");
  button.setAttribute("type", "button");
  card.append(element("div", "mark"), words, button);
  shadow.append(card);
  let present = place;
  let isShown = false;
  let frame = 0;
  const settling: ReturnType<typeof setTimeout>[] = [];

  const shield = (event: Event): void => {
    const path = event.composedPath();
    if (!path.includes(host)) return;
    event.stopImmediatePropagation();
    if (event.type === "mousedown") event.preventDefault();
    if (event.type === "click" && event.isTrusted && path.includes(button)) onPress();
  };
  // At the window and in the capture phase, so that it runs before focus traps and outside-click handlers.
  for (const type of SHIELDED) addEventListener(type, shield, { capture: true });
  const moved = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      stand();
    });
  };
  addEventListener("scroll", moved, { capture: true, passive: true });
  addEventListener("resize", moved);
  const resized = new ResizeObserver(moved);

  function stand(): void {
    if (!isShown) return;
    write(() => {
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
    write(() => {
      host.dataset.icmcSave = view.state;
      card.className = `card ${view.state} ${themeOf(present.container)}`;
      words.textContent = view.words;
      button.textContent = view.button ?? "";
      button.hidden = view.button === null;
      button.style.display = view.button === null ? "none" : "";
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
      for (const type of SHIELDED) removeEventListener(type, shield, { capture: true });
      removeEventListener("scroll", moved, { capture: true });
      removeEventListener("resize", moved);
      resized.disconnect();
      cancelAnimationFrame(frame);
      for (const timer of settling) clearTimeout(timer);
      isShown = false;
      write(() => host.remove());
    },
  };
}

/** Adopted sheets pass every content security policy; Firefox refuses them to content scripts. */
export function addSheet(shadow: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const style = document.createElement("style");
    style.textContent = css;
    shadow.append(style);
  }
}

function element(name: string, className: string): HTMLElement {
  const created = document.createElement(name);
  created.className = className;
  return created;
}
