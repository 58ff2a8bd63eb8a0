import type { Field } from "../../lib/api/field";
import { localeOfDates, t } from "../../lib/words/words";

/** Cents as money. The currency as the API spells it; one the browser does not know is written behind the number. */
export function amount(cents: number, currency: Field<string>, mostDecimals = 2): string {
  const code = currency.value ?? "";
  const value = cents / 100;
  if (/^[A-Za-z]{3}$/.test(code)) {
    return value.toLocaleString(localeOfDates(), {
      style: "currency",
      currency: code,
      maximumFractionDigits: mostDecimals,
    });
  }
  const number = value.toLocaleString(localeOfDates(), { maximumFractionDigits: mostDecimals });
  return code === "" ? t("contracts.noCurrency", number) : `${number} ${code}`;
}
