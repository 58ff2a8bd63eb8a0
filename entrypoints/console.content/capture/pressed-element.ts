import * as dom from "../../../lib/page/dom";
import { fold, textOf } from "../../../lib/page/text";
import { CREATE_PRESS, RENEW_PRESS, REVEAL_PRESS } from "../../../lib/page/wording";

const BUTTON =
  "button,a,input[type=submit],input[type=button],[role=button],[role=menuitem],summary";
const NO_BUTTON = "input,textarea,select,label,option,body,html,main,form,dialog,p,table,tr,ul";
const LOOKS_PRESSABLE = "[tabindex],[onclick],[class*=btn i],[class*=button i]";
const LONGEST_WORDS = 60;
const MOST_UP = 4;

/** What a click or key press was meant for: a button, or what a script made into one. */
export function pressedElement(event: Event): Element | null {
  const path = event
    .composedPath()
    .slice(0, 12)
    .filter((node) => node instanceof Element);
  return path.find((element) => dom.matches(element, BUTTON)) ?? madeButton(path);
}

/** Any element that says what it does and looks as if it could be pressed. */
function madeButton(path: Element[]): Element | null {
  for (const element of path.slice(0, MOST_UP)) {
    if (dom.matches(element, NO_BUTTON) || dom.querySelector(element, "input,textarea,select"))
      return null;
    const words = fold(textOf(element));
    if (words.length > LONGEST_WORDS) return null;
    if (![CREATE_PRESS, RENEW_PRESS, REVEAL_PRESS].some((press) => press.test(words))) continue;
    if (dom.matches(element, LOOKS_PRESSABLE) || getComputedStyle(element).cursor === "pointer")
      return element;
  }
  return null;
}
