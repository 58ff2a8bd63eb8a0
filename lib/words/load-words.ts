import type { WordSource } from "./words";
import { wordsOf } from "./words-of";

/** All words of one language, as a file of its own: nobody pays for it who reads the browser's. */
export async function loadWords(language: "en" | "de"): Promise<WordSource> {
  const table =
    language === "de"
      ? await import("../../assets/locales/de.json")
      : await import("../../assets/locales/en.json");
  return wordsOf(table.default);
}
