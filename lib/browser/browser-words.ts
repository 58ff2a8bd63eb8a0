import { browser } from "wxt/browser";
import type { WordSource } from "../words/words";

/**
 * The words of the language the browser shows itself in, else English. The browser's tables are flat
 * and know no numbers: `@wxt-dev/i18n` writes both forms of a count into one text.
 */
export const browserWords: WordSource = (name, count, values) => {
  const found = browser.i18n.getMessage(name.replaceAll(".", "_") as never, values);
  if (count === null) return found;
  const [one = "", others = one] = found.split(" | ");
  return count === 1 ? one : others;
};
