import * as dom from "../../../lib/page/dom";
import { t } from "../../../lib/words/words";
import { asOwn } from "./own-elements";
import { themeOf } from "./page-theme";
import { addSheet } from "./shadow-sheet";

export interface PageNote {
  /** `null` takes the note away. A note the person closed stays closed until its text changes. */
  say(text: string | null): void;
}

const SHEET = `
.note{display:flex;align-items:center;gap:10px;max-width:min(420px,calc(100vw - 32px));box-sizing:border-box;padding:9px 8px 9px 14px;border-radius:10px;font:400 13px/18px system-ui,sans-serif;color:#1b2430;background:#fff;box-shadow:0 0 0 1px #d5dbe3,0 6px 20px #0f172a24}
.dark{color:#e8ecf2;background:#1d232c;box-shadow:0 0 0 1px #3a4350,0 6px 20px #0008}
button{all:unset;cursor:pointer;padding:4px 8px;border-radius:6px;font:600 13px/16px system-ui,sans-serif}button:focus-visible{outline:2px solid #2457d6}
@media(forced-colors:active){.note{border:1px solid}}
`;

/** One quiet line of ours in the corner of the page. */
export function createPageNote(write: (change: () => void) => void): PageNote {
  const host = asOwn(document.createElement("div"));
  host.dataset.icmcNote = "";
  host.style.cssText =
    "all:initial!important;letter-spacing:inherit!important;word-spacing:inherit!important;position:fixed!important;right:16px!important;bottom:16px!important;z-index:2147483646!important;";
  const shadow = host.attachShadow({ mode: "open" });
  addSheet(shadow, SHEET);
  const note = document.createElement("div");
  note.setAttribute("role", "status");
  const words = document.createElement("span");
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "✕";
  note.append(words, close);
  shadow.append(note);
  let said: string | null = null;
  close.addEventListener("click", () => write(() => host.remove()));

  return {
    say: (text) => {
      if (text === said) return;
      said = text;
      write(() => {
        if (text === null) {
          host.remove();
          return;
        }
        note.className = `note ${themeOf(dom.documentElement())}`;
        words.textContent = text;
        note.lang = t("locale");
        close.setAttribute("aria-label", t("page.closeNote"));
        dom.documentElement().append(host);
      });
    },
  };
}
