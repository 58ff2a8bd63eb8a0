import { isDisabled } from "./creation-controls";
import { queryRoots } from "./roots";
import { closestAcross, DIALOGS, fold, isShown, OURS, textOf } from "./text";
import { COPY, CREATE_PRESS, REVEAL_PRESS, SHOWN_ONCE } from "./wording";

const PRESSABLE = "button,[role=button],input[type=submit]";
const FIELD = "input:not([type=checkbox]),textarea,select";
const YES = /^(?:yes|ok|agree|understood|proceed|ja|verstanden|einverstanden|oui|sí|sì)\b/;

/** Every dialog on screen, as its words: what is new among them appeared since. */
export function dialogsShown(roots: ParentNode[]): Map<string, Element> {
  const dialogs = queryRoots(roots, DIALOGS).filter(
    (dialog) => !closestAcross(dialog, OURS) && isShown(dialog),
  );
  return new Map(dialogs.map((dialog) => [textOf(dialog), dialog]));
}

/** A new dialog that says it shows something once: what we cannot read there may be the key all the same. */
export function showsOnce(roots: ParentNode[], before: ReadonlySet<string>): boolean {
  return [...dialogsShown(roots).keys()].some(
    (words) => !before.has(words) && SHOWN_ONCE.test(fold(words)),
  );
}

/**
 * A question the console puts before it goes on, such as "Really create a key?": a new dialog with
 * nothing to fill in and a button that agrees. What it asks is for the person to read.
 */
export function findQuestion(roots: ParentNode[], before: ReadonlySet<string>): Element | null {
  for (const [words, dialog] of dialogsShown(roots)) {
    if (before.has(words) || [...dialog.querySelectorAll(FIELD)].some(isShown)) continue;
    const said = [...dialog.querySelectorAll(PRESSABLE)]
      .filter((button) => isShown(button) && !isDisabled(button))
      .map((button) => fold(textOf(button)));
    // What shows the key, though masked, asks nothing.
    if (said.some((label) => REVEAL_PRESS.test(label) || COPY.test(label))) continue;
    const agrees = said.some((label) => YES.test(label) || CREATE_PRESS.test(label));
    if (agrees && said.length > 1 && !SHOWN_ONCE.test(fold(words))) return dialog;
  }
  return null;
}
