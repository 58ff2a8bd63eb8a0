import { isShown, OURS, renderedChildren } from "./text";

export const SILENT = "script,style,template,noscript,iframe,object";
export const FIELD = "input,textarea";
/** What a person reads as something else than the text beside it. */
const APART =
  "button,a,label,select,h1,h2,h3,h4,h5,h6,th,dt,summary,legend,[role=button],[role=link],[role=heading]";
export const LONGEST_BLOCK = 30_000;
/** Break opportunities without a width. Anything else invisible makes a string no token. */
export const BREAKS = /\u00ad|\u200b|\u2060|\ufeff/g;

/** A text with its invisible joints: `soft` where an element or line ends, and which node each character came from. */
export interface Strip {
  text: string;
  soft: Set<number>;
  pieces: { at: number; node: Node }[];
}

/** Stands where a text ends for good: nothing goes on beyond it. */
export const HARD = "\u0001";

export function readStrip(block: Element): Strip {
  const soft = new Set<number>();
  const pieces: Strip["pieces"] = [];
  let text = "";
  const visit = (node: Node): void => {
    if (text.length > LONGEST_BLOCK) return;
    if (node.nodeType === 3) {
      pieces.push({ at: text.length, node });
      for (const part of (node.nodeValue ?? "").slice(0, LONGEST_BLOCK).split(/(\s+)/)) {
        if (/\s/.test(part)) soft.add(text.length);
        else text += part.replace(BREAKS, "");
      }
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as Element;
    if (element.matches(`${SILENT},${OURS}`)) return;
    if (element !== block && (element.matches(`${FIELD},${APART}`) || !isShown(element))) {
      text += HARD;
      return;
    }
    soft.add(text.length);
    for (const child of renderedChildren(element)) visit(child);
    soft.add(text.length);
  };
  visit(block);
  return { text, soft, pieces };
}
