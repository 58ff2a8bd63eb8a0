import { type CreateForm, createFormAround } from "./create-form";
import { queryRoots, shadowRootsIn } from "./roots";
import { closestAcross, DIALOGS, flatParent, fold, isShown, labelAttributes, textOf } from "./text";
import {
  API_KEYS_HEADING,
  API_KEYS_PATH,
  CANCEL_PRESS,
  CLOSE_PRESS,
  COPY,
  CREATE_PRESS,
  DOCUMENTATION,
  MENTIONS_API_KEY,
  REVEAL_PRESS,
} from "./wording";

const PRESSABLE =
  "button,a[href],input[type=submit],input[type=button],[role=button],[role=link],[role=menuitem]";
const LISTED = `table,[role=grid],[role=table],[role=row],[role=listitem],nav,[role=navigation],[role=menu],footer,[role=listbox],${DIALOGS}`;
const FIELD = "input,textarea,[role=spinbutton],[role=textbox],[contenteditable=true]";
const KEYISH = /\b(?:keys?|tokens?|schlüssel|clave|chiave|sleutel)\b|\bclé/;

/** The control that opens the form for a new key; `null` when none says so. */
export function findCreateControl(roots: ParentNode[]): HTMLElement | null {
  return best(queryRoots(roots, PRESSABLE), (element, words) => {
    if (!CREATE_PRESS.test(words) || CANCEL_PRESS.test(words) || DOCUMENTATION.test(words))
      return 0;
    if (words.length > 60 || closestAcross(element, LISTED)) return 0;
    if (MENTIONS_API_KEY.test(words)) return 5;
    if (KEYISH.test(words)) return 4;
    const isBare = /^(?:\+|(?:create|new|add|generate|neu|hinzufügen|erstellen|anlegen)\b)/.test(
      words,
    );
    return isBare ? 2 : 0;
  });
}

/** The menu entry of the API Keys page. */
export function findApiKeysLink(roots: ParentNode[]): HTMLElement | null {
  return best(queryRoots(roots, PRESSABLE), (element, words) => {
    const leads = "pathname" in element && API_KEYS_PATH.test(String(element.pathname));
    const names = words.length < 40 && API_KEYS_HEADING.test(words) && !CREATE_PRESS.test(words);
    return (leads ? 2 : 0) + (names ? 3 : 0);
  });
}

/** The open form for a new key: with a field for its description and one for its end. */
export function findCreateForm(roots: ParentNode[]): CreateForm | null {
  const fields = queryRoots(roots, FIELD).filter(isShown).slice(0, 200);
  let partial: CreateForm | null = null;
  for (const field of fields) {
    const form = createFormAround(field);
    if (form?.description && form.expiry.length > 0) return form;
    partial ??= form && closestAcross(field, DIALOGS) ? form : null;
  }
  return partial;
}

/** The surroundings that open and close with the form: its dialog, its form element, else its panel. */
export function frameOf(form: CreateForm): Element {
  const field = form.description ?? form.expiry[0] ?? form.container;
  const frame = closestAcross(field, DIALOGS) ?? closestAcross(field, "form");
  if (frame) return frame;
  let panel: Element = form.container;
  for (let up = 0; up < 5 && pressables(panel).length === 0; up++)
    panel = flatParent(panel) ?? panel;
  return panel;
}

/** What sends the form. A disabled one counts: it may wait for the fields. */
export function findSubmitControl(form: CreateForm): HTMLElement | null {
  return best(
    pressables(frameOf(form)),
    (element, words) => {
      if (CANCEL_PRESS.test(words) || COPY.test(words) || REVEAL_PRESS.test(words)) return 0;
      const submits =
        element.matches("[type=submit]") ||
        (element.localName === "button" &&
          !element.hasAttribute("type") &&
          element.closest("form") !== null);
      const creates = CREATE_PRESS.test(words);
      return (submits ? 3 : 0) + (creates ? 4 : 0) + (KEYISH.test(words) && creates ? 1 : 0);
    },
    "last",
  );
}

/** What keeps the form from being sent: a field the browser minds, else all of it, while its button waits. */
export function findHindrance(form: CreateForm): Element | null {
  const frame = frameOf(form);
  const sent = frame.closest("form") ?? frame.querySelector("form");
  const field =
    !sent?.noValidate && sent?.querySelector("input:invalid,select:invalid,textarea:invalid");
  const control = findSubmitControl(form);
  return field || (control && !isDisabled(control) ? null : frame);
}

/** Ends the form without sending it. */
export function findCancelControl(form: CreateForm): HTMLElement | null {
  return best(pressables(frameOf(form)), (_, words) => (CLOSE_PRESS.test(words) ? 1 : 0));
}

/**
 * Makes a masked key readable; only asked for once the console made one.
 *
 * @param pressed - Those that were pressed already.
 */
export function findRevealControl(
  roots: ParentNode[],
  pressed?: WeakSet<Element>,
): HTMLElement | null {
  return best(queryRoots(roots, PRESSABLE), (element, words) => {
    const isSpoken = words.length < 40 && REVEAL_PRESS.test(words) && !COPY.test(words);
    // A link leads away from the key, and one to a guide is none.
    if (
      !isSpoken ||
      DOCUMENTATION.test(words) ||
      element.matches("a[href]:not([href^='#'],[href^='javascript:'])")
    )
      return 0;
    if (pressed?.has(element) || closestAcross(element, "nav,table,[role=grid],[role=row]"))
      return 0;
    return (KEYISH.test(words) ? 2 : 0) + (closestAcross(element, DIALOGS) ? 3 : 0);
  });
}

/** Nobody is signed in: a field for a password, and no way to the keys. */
export function isSignedOut(roots: ParentNode[]): boolean {
  const asks = queryRoots(roots, "input[type=password],input[autocomplete=username]").some(isShown);
  return asks && findApiKeysLink(roots) === null && findCreateControl(roots) === null;
}

export function isDisabled(element: Element): boolean {
  return element.matches(":disabled,[disabled],[aria-disabled=true]");
}

function pressables(container: Element): Element[] {
  const found = [...container.querySelectorAll(PRESSABLE)];
  for (const root of shadowRootsIn(container)) found.push(...root.querySelectorAll(PRESSABLE));
  return found;
}

function best(
  elements: Element[],
  scoreOf: (element: HTMLElement, words: string) => number,
  which: "first" | "last" = "first",
): HTMLElement | null {
  let found: HTMLElement | null = null;
  let most = 0;
  for (const element of elements.slice(0, 3_000) as HTMLElement[]) {
    const score = isShown(element) ? scoreOf(element, spokenWords(element)) : 0;
    if (score === 0 || (which === "first" ? score <= most : score < most)) continue;
    most = score;
    found = element;
  }
  return found;
}

function spokenWords(element: HTMLElement): string {
  const text = textOf(element).slice(0, 100);
  const value = element.matches("input") ? (element as HTMLInputElement).value : "";
  return fold([text || labelAttributes(element).join(" "), value].join(" "));
}
