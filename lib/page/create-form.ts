import * as dom from "./dom";
import { FIELD, fieldLabel, groupLabel } from "./field-label";
import { closestAcross, DIALOGS, flatParent, fold, isShown, textOf } from "./text";
import { CREATE_PRESS, EDIT_TITLE, namesColumn, PLAIN_SEND } from "./wording";

/** The part of the page in which a key is asked for, and its fields. */
export interface CreateForm {
  container: Element;
  description: HTMLInputElement | HTMLTextAreaElement | null;
  /** One field for an instant, or one for the day and one for the time. */
  expiry: HTMLElement[];
}

const FRAME = `form,${DIALOGS}`;
const EXPIRY_FIELD =
  /\b(?:expir|valid|until|end date|gültig|ablauf|läuft ab|befrist|expira|caduc|scadenza|geldig|verloop)/;
const TEXT_FIELDS = "input,textarea";
/** What a date may be put together from. */
const PART = "select,input[type=number],input[inputmode=numeric],input[type=date],input[type=time]";
/** Kits mostly keep a field of their own beside these, which says it all. */
const TYPED_PART = "[role=spinbutton]";
const DATE_TYPES = new Set(["date", "datetime-local", "time"]);
/** About another time than the end: when a key begins to work, or which keys a list shows. */
const OTHER_TIME =
  /\b(?:from|start|begin|created|filter|von|gültig ab|erstellt|début|desde|not before)/;

/**
 * The create form an element belongs to: the nearest surroundings with a field for the expiry of
 * a key, or for its description inside a form or dialog.
 *
 * @param element - Such as the button that was pressed.
 */
export function createFormAround(element: Element): CreateForm | null {
  let at: Element | null = element;
  for (let up = 0; at && up < 12 && dom.localName(at) !== "body"; up++, at = flatParent(at)) {
    const form = createFormIn(at);
    if (form && (form.expiry.length > 0 || dom.matches(at, FRAME))) return form;
    if (form && closestAcross(at, FRAME) === null && (up > 4 || isTitled(at))) return form;
  }
  return null;
}

/**
 * Whether a form asks for a new key. One without a field for the expiry may also rename a key: then
 * its title or its button has to say that something is made.
 *
 * @param pressed - The words of what was pressed, folded.
 */
export function asksForKey(form: CreateForm, pressed: string): boolean {
  const title = titleOf(form.container);
  const isMaking = CREATE_PRESS.test(pressed) && !PLAIN_SEND.test(pressed);
  if (EDIT_TITLE.test(title) || EDIT_TITLE.test(pressed)) return false;
  return form.expiry.length > 0 || isMaking || CREATE_PRESS.test(title);
}

/** The heading of a form: its own, or that of the dialog it stands in. */
function titleOf(container: Element): string {
  const frame = closestAcross(container, DIALOGS);
  for (const place of frame ? [container, frame] : [container]) {
    const heading = dom.querySelector(place, "h1,h2,h3,h4,h5,h6,[role=heading],legend");
    const title = heading ? textOf(heading) : (dom.getAttribute(place, "aria-label") ?? "");
    if (title) return fold(title.slice(0, 120));
  }
  return "";
}

/** A step of several on the way to a key shows no more than one field and its heading. */
function isTitled(place: Element): boolean {
  const title = titleOf(place);
  return CREATE_PRESS.test(title) && !EDIT_TITLE.test(title);
}

/** The fields of a create form directly in a container, in or outside open shadow roots. */
export function createFormIn(container: Element): CreateForm | null {
  const fields = fieldsIn(container);
  const labelled = fields.map((field) => ({ field, label: fieldLabel(field, container) }));
  const ends = labelled
    .filter(
      ({ field, label }) => isExpiryField(field, label) || isExpiryPart(field, container, PART),
    )
    .map(({ field }) => field);
  const expiry =
    ends.length > 0 ? ends : fields.filter((field) => isExpiryPart(field, container, TYPED_PART));
  const texts = labelled.filter(
    ({ field, label }) =>
      dom.matches(field, TEXT_FIELDS) &&
      !expiry.includes(field) &&
      !isTimed(field) &&
      !label.includes("filter") &&
      !isKey(field),
  );
  const named = texts.find(
    ({ label }) =>
      namesColumn("description", label) > 0 || /descri|beschreib|bezeichn|\bname\b/.test(label),
  );
  const description = named ?? (expiry.length > 0 && texts.length === 1 ? texts[0] : undefined);
  if (!description && expiry.length === 0) return null;
  return {
    container,
    description: (description?.field as HTMLInputElement | undefined) ?? null,
    expiry,
  };
}

function fieldsIn(container: Element): HTMLElement[] {
  const found = [...dom.querySelectorAll<HTMLElement>(container, FIELD)];
  const hosts = [container, ...dom.querySelectorAll(container, "*")].slice(0, 3_000);
  for (const host of hosts) {
    const shadow = dom.shadowRoot(host);
    if (shadow) found.push(...dom.querySelectorAll<HTMLElement>(shadow, FIELD));
  }
  return found.slice(0, 60).filter((field) => isShown(field));
}

function isTimed(field: HTMLElement): boolean {
  return DATE_TYPES.has((field as HTMLInputElement).type);
}

/** A new key may be shown in a field that is labelled like one for its name. */
function isKey(field: HTMLElement): boolean {
  return dom.fieldValue(field)?.startsWith("eyJ") ?? false;
}

function isExpiryField(field: HTMLElement, label: string): boolean {
  if (namesColumn("description", label) > 0) return false;
  return namesEnd(label) || (isTimed(field) && !OTHER_TIME.test(label));
}

function namesEnd(words: string): boolean {
  return namesColumn("expiry", words) > 0 || (EXPIRY_FIELD.test(words) && !OTHER_TIME.test(words));
}

/** One of several fields for a date, in a group that says what the date is. */
function isExpiryPart(field: HTMLElement, container: Element, parts: string): boolean {
  if (!dom.matches(field, parts)) return false;
  const group = dom.closest(field, "[role=group],fieldset");
  if (!group || !dom.contains(container, group)) return false;
  const legend = dom.querySelector(group, "legend");
  const words = fold(`${groupLabel(group)} ${legend ? textOf(legend) : ""}`);
  return namesEnd(words);
}
