import { closestAcross, DIALOGS } from "../../../lib/page/text";
import { t } from "../../../lib/words/words";
import { homeFor } from "../drawing/control-spot";
import { asOwn } from "../drawing/own-elements";
import { themeOf } from "../drawing/page-theme";
import { addSheet } from "../drawing/shadow-sheet";

export interface AskNote {
  /** Says what is awaited, beside the field that awaits it. `null` takes note and ring away. */
  ask(words: string | null, field: Element | null): void;
}

const HOST_LOOK =
  "all:initial!important;letter-spacing:inherit!important;word-spacing:inherit!important;position:fixed!important;inset:0!important;display:block!important;z-index:2147483646!important;pointer-events:none!important;";
const SHEET = `
.ring{position:fixed;border:2px solid #2457d6;border-radius:10px;box-shadow:0 0 0 4px #2457d633}
.note{position:fixed;display:flex;gap:10px;align-items:center;max-width:min(380px,calc(100vw - 32px));box-sizing:border-box;padding:10px 14px;border-radius:12px;font:400 13px/18px system-ui,sans-serif;color:#1b2430;background:#fff;box-shadow:0 0 0 1px #d5dbe3,0 8px 28px #0f172a2e}
.dot{flex:none;width:9px;height:9px;border-radius:50%;background:#2457d6}
.dark{color:#e8ecf2;background:#1d232c;box-shadow:0 0 0 1px #3a4350,0 8px 28px #0009}
@media(forced-colors:active){.note{border:1px solid}}
`;
const GAP = 10;
const FOLLOW_MS = 200;

/** A ring around a field of the console and one sentence beside it. It takes no clicks. */
export function createAskNote(): AskNote {
  const host = asOwn(document.createElement("div"));
  host.dataset.icmcAsk = "";
  host.style.cssText = HOST_LOOK;
  host.popover = "manual";
  host.setAttribute("data-react-aria-top-layer", "true");
  const shadow = host.attachShadow({ mode: "open" });
  addSheet(shadow, SHEET);
  const ring = document.createElement("div");
  ring.className = "ring";
  const note = document.createElement("div");
  note.setAttribute("role", "status");
  const dot = document.createElement("span");
  dot.className = "dot";
  const text = document.createElement("span");
  note.append(dot, text);
  shadow.append(ring, note);
  let following: ReturnType<typeof setInterval> | undefined;

  function stand(field: Element): void {
    const home = homeFor(field);
    if (host.parentNode !== home) home.append(host);
    for (const attribute of ["inert", "aria-hidden"]) host.removeAttribute(attribute);
    if (!host.matches(":popover-open")) host.showPopover();
    const box = field.getBoundingClientRect();
    place(ring, box.left - 4, box.top - 4);
    ring.style.width = `${box.width + 4}px`;
    ring.style.height = `${box.height + 4}px`;
    const { left, top } = spotBeside(field, note.getBoundingClientRect());
    place(note, left, top);
  }

  return {
    ask: (words, field) => {
      clearInterval(following);
      if (words === null || !field) {
        host.remove();
        return;
      }
      note.className = `note ${themeOf(field)}`;
      note.lang = t("locale");
      text.textContent = words;
      stand(field);
      following = setInterval(() => {
        if (field.isConnected) stand(field);
        else host.remove();
      }, FOLLOW_MS);
    },
  };
}

/** Where the note stands: beside the dialog if there is room, where it covers nothing of it. */
function spotBeside(field: Element, { width, height }: DOMRect): { left: number; top: number } {
  const box = field.getBoundingClientRect();
  const panel = closestAcross(field, DIALOGS)?.getBoundingClientRect();
  const middle = Math.max(GAP, Math.min(box.top + (box.height - height) / 2, innerHeight - height));
  for (const left of panel ? [panel.right + GAP, panel.left - GAP - width] : [])
    if (left > GAP && left + width < innerWidth - GAP) return { left, top: middle };
  // Above, since calendars open below their field.
  const isBelow = box.bottom + GAP + height < innerHeight - GAP;
  const above = box.top - GAP - height;
  return {
    left: Math.max(GAP, Math.min(box.left, innerWidth - width - GAP)),
    top: above > GAP ? above : isBelow ? box.bottom + GAP : GAP,
  };
}

function place(element: HTMLElement, left: number, top: number): void {
  element.style.left = `${Math.round(left)}px`;
  element.style.top = `${Math.round(top)}px`;
}
