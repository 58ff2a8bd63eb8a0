import type { CreateForm } from "./create-form";
import { frameOf } from "./creation-controls";
import { partsOf } from "./parted-date";
import { segmentsOf } from "./picker-segments";
import { inputsOf } from "./shown-expiry";
import { fold, isShown, textOf } from "./text";
import { CUSTOM_DATE } from "./wording";
import { choose, pressOn } from "./write-field";

const RADIO = "input[type=radio],[role=radio]";

/**
 * Among lives on offer ("30 days", "Custom…"): what has to be chosen for a date to be asked for;
 * `null` where a date is asked for already, or never.
 */
export function findCustomDate(form: CreateForm): HTMLOptionElement | HTMLElement | null {
  if (isDated(form)) return null;
  const selects = form.expiry.filter((field) => field instanceof HTMLSelectElement);
  const options = selects.flatMap((select) => [...select.options]);
  const option = options.find((one) => CUSTOM_DATE.test(fold(textOf(one, { hidden: true }))));
  if (option) return option;
  const radios = [...frameOf(form).querySelectorAll<HTMLInputElement>(RADIO)];
  return radios.find((one) => isShown(one) && CUSTOM_DATE.test(fold(radioWords(one)))) ?? null;
}

export function chooseCustomDate(choice: HTMLOptionElement | HTMLElement): void {
  const select = choice instanceof HTMLOptionElement ? choice.closest("select") : null;
  if (select) choose(select, choice as HTMLOptionElement);
  else pressOn(choice);
}

function isDated(form: CreateForm): boolean {
  const parts = [inputsOf(form), segmentsOf(form.expiry), partsOf(form.expiry)];
  return parts.some(({ length }) => length > 0);
}

function radioWords(radio: HTMLInputElement): string {
  const labels = [...(radio.labels ?? [])].map((label) => textOf(label));
  return [...labels, radio.getAttribute("aria-label") ?? "", textOf(radio)].join(" ").trim();
}
