import type { CreateForm } from "../../../lib/page/create-form";
import { takesDayOnly } from "../../../lib/page/shown-expiry";
import { localeOfDates, t } from "../../../lib/words/words";

/** What the person is asked for: description or expiry, whichever the form does not say yet. */
export function askWords(isDescribed: boolean, form: CreateForm, wantedMs: number): string {
  if (!isDescribed) return t("page.writeDescription");
  const words = (format: Intl.DateTimeFormatOptions) =>
    new Date(wantedMs).toLocaleString(localeOfDates(), format);
  return takesDayOnly(form)
    ? t("page.chooseDay", words({ dateStyle: "long" }))
    : t("page.chooseExpiry", words({ dateStyle: "long", timeStyle: "short" }));
}

/** The visible box of a field: typed segments and invisible inputs are smaller than what one sees. */
export function surroundingsOf(field: Element): Element {
  let box = field;
  for (let up = 0; up < 5; up++) {
    const { width, height } = box.getBoundingClientRect();
    if (width >= 120 && height >= 24) break;
    box = box.parentElement ?? box;
  }
  return box;
}
