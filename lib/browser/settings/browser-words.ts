import { browser } from "wxt/browser";
import type { WordSource } from "../../words/words";

/** A sentence with its places still in it. */
const PLACES = ["$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9"];
const found = new Map<string, string>();

/**
 * The words of the language the browser shows itself in, else English. The browser's tables are flat
 * and know no numbers: `@wxt-dev/i18n` writes both forms of a count into one text.
 */
export const browserWords: WordSource = (name, count, values) => {
  // The values come in afterwards: one of them may hold the sign that parts the forms.
  const [one = "", others = one] = count === null ? [sentence(name)] : sentence(name).split(" | ");
  const form = count === 1 ? one : others;
  return form.replace(/\$(\d)/g, (_, place) => values[Number(place) - 1] ?? "");
};

/** The browser is asked once: the badges of a long list say the same few sentences ten thousand times. */
function sentence(name: string): string {
  let text = found.get(name);
  if (text) return text;
  text = browser.i18n.getMessage(name.replaceAll(".", "_") as never, PLACES);
  // After an update of the extension there are no words any more, and nothing is to be remembered.
  if (text) found.set(name, text);
  return text;
}
