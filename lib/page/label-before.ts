import * as dom from "./dom";
import { closestAcross, DIALOGS, fold, parentAcross, referencedText, textOf } from "./text";
import { LABEL_OF_OTHER, MENTIONS_API_KEY, NAMES_OTHER, SNIPPET } from "./wording";

const HEADING = "h1,h2,h3,h4,h5,h6,[role=heading],dt,th,legend,summary";
const FRAME = `body,html,main,[role=main],${DIALOGS}`;
const CODE = "pre,code,samp,kbd";
const MOST_BACK = 6;
/** A label is short; a longer text is a sentence, and a sentence may speak of anything. */
const LONGEST_LABEL = 48;

/**
 * Whether a string is named as something else than a new key: by the words directly before it, by
 * the heading over it, or by the command it is a part of. Words in sentences around it name nothing.
 */
export function isNamedOtherwise(element: Element, token: string): boolean {
  const own = ownPrefix(element, token);
  if (SNIPPET.test(own.slice(-160))) return true;
  const { before, heading } = textsBefore(element);
  const direct = own || fieldName(element) || (before[0] ?? "");
  if (MENTIONS_API_KEY.test(direct) && !NAMES_OTHER.test(direct)) return isOther(heading);
  return [direct, heading].some(isOther) || NAMES_OTHER.test(direct.slice(-60));
}

function isOther(words: string): boolean {
  return words.length <= LONGEST_LABEL && LABEL_OF_OTHER.test(words);
}

/** What stands before the string in its own line or block of code. */
function ownPrefix(element: Element, token: string): string {
  const block = closestAcross(element, CODE) ?? element;
  const text = textOf(block);
  const at = text.indexOf(token.slice(0, 12));
  return at > 0 ? fold(text.slice(0, at)) : "";
}

function fieldName(element: Element): string {
  const label = dom
    .labelsOf(element)
    .map((each) => textOf(each))
    .join(" ");
  return fold(
    label || dom.getAttribute(element, "aria-label") || referencedText(element, "aria-labelledby"),
  );
}

/** The texts before an element, nearest first, and the heading it stands under. */
function textsBefore(element: Element): { before: string[]; heading: string } {
  const before: string[] = [];
  let at: Element = closestAcross(element, CODE) ?? element;
  for (let up = 0; up < MOST_BACK; up++) {
    let back = 0;
    for (
      let node = dom.previousSibling(at);
      node && back < MOST_BACK;
      node = dom.previousSibling(node)
    ) {
      const words = fold(textOf(node));
      if (!words) continue;
      back++;
      if (/eyj[\w-]{10}/.test(words)) return { before, heading: "" };
      before.push(words);
      if (dom.nodeType(node) === 1 && dom.matches(node as Element, HEADING)) {
        return { before, heading: words };
      }
    }
    const parent = parentAcross(at);
    if (!parent || dom.matches(parent, FRAME)) break;
    at = parent;
  }
  return { before, heading: "" };
}
