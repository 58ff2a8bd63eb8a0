import { saysNever } from "../keys/never-text";
import type { CreateForm } from "./create-form";
import { frameOf } from "./creation-controls";
import * as dom from "./dom";
import { groupLabel, ownLabel } from "./field-label";
import { partsOf } from "./parted-date";
import { fold, textOf } from "./text";
import { CUSTOM_DATE } from "./wording";
import { choose, pressOn } from "./write-field";

const CHOICE =
  "input[type=radio],input[type=checkbox],[role=radio],[role=checkbox],[role=switch],[aria-pressed]";
const TICK = "[type=checkbox],[role=checkbox],[role=switch]";
const CHOSEN = ":checked,[aria-checked=true],[aria-pressed=true]";
/** Not the life of the key. */
const OTHER_LIFE = /remind|notif|alert|rotat|erinner|benachricht/;
/** "30 days", "1 Jahr", "7d". */
const LIFE = /\d[ -]?(?:d|w|m(?!b)|y|t|j|an|añ|gior|sem)/;

/**
 * What has to be chosen, or unticked, for the form's date to count: "Custom…" among lives on offer, or that
 * the key ends at all. `null` where it counts already. Where nothing stands for an own date, it is the life
 * that is chosen: as long as it is, no date beside it means anything.
 */
export function findCustomDate(form: CreateForm): HTMLElement | null {
  const lists = form.expiry.filter(
    (field) => field instanceof HTMLSelectElement && partsOf([field]).length === 0,
  ) as HTMLSelectElement[];
  const groups = Map.groupBy(
    frameOf(form).querySelectorAll<HTMLElement>(CHOICE),
    (one) =>
      one.closest("fieldset,[role=radiogroup],[role=group]") ?? (one as HTMLInputElement).name,
  );
  for (const group of groups.keys()) if (OTHER_LIFE.test(nameOf(group))) groups.delete(group);
  for (const offer of [...lists.map((list) => [...list.options]), ...groups.values()]) {
    const lives = offer.filter(isLife);
    // The last one: the first may be no more than "Choose…".
    const custom = offer.findLast((one) => !lives.includes(one) && CUSTOM_DATE.test(wordsOf(one)));
    if (lives.length > 0 && custom?.matches(CHOSEN) === false) return custom;
    const chosen = lives.find((one) => one.matches(CHOSEN));
    if (chosen) return chosen;
  }
  return null;
}

export function chooseCustomDate(choice: HTMLElement): void {
  const list = choice instanceof HTMLOptionElement && choice.closest("select");
  if (list) choose(list, choice);
  else pressOn(choice);
}

function nameOf(group: Element | string): string {
  if (typeof group === "string") return fold(group);
  const legend = dom.querySelector(group, "legend");
  return fold(`${groupLabel(group)} ${legend ? textOf(legend) : ""}`);
}

function isLife(choice: HTMLElement): boolean {
  const words = wordsOf(choice);
  // A box may speak of days for another reason, such as a reminder.
  return saysNever(words) || (!choice.matches(TICK) && LIFE.test(words));
}

function wordsOf(choice: HTMLElement): string {
  return fold(`${ownLabel(choice)} ${textOf(choice, { hidden: true })}`);
}
