import { browser } from "wxt/browser";
import type { WordSource } from "../../words/words";

/**
 * The words of the language the browser shows itself in, else English. The browser's tables are flat
 * and know no numbers: `@wxt-dev/i18n` writes both forms of a count into one text.
 */
export const browserWords: WordSource = (name, count, values) => {
  const find = (filling: string[]) =>
    browser.i18n.getMessage(name.replaceAll(".", "_") as never, filling);
  if (count === null) return find(values);
  // The values come in afterwards: one of them may hold the sign that parts the forms.
  const [one = "", others = one] = find(values.map((_, place) => `$${place + 1}`)).split(" | ");
  const form = count === 1 ? one : others;
  return form.replace(/\$(\d)/g, (_, place) => values[Number(place) - 1] ?? "");
};
