import type { WordSource } from "./words";

export interface WordTable {
  [name: string]: string | WordTable;
}

/**
 * Reads words from one file of `assets/locales`, or from some of its sections.
 *
 * @param elsewhere - Where words stand that are not in it.
 */
export function wordsOf(table: WordTable, elsewhere?: WordSource): WordSource {
  return (name, count, values) => {
    const found = name
      .split(".")
      .reduce<string | WordTable | undefined>(
        (node, part) => (typeof node === "object" ? node[part] : undefined),
        table,
      );
    const sentence = typeof found === "object" ? found[count === 1 ? "1" : "n"] : found;
    if (typeof sentence !== "string") {
      if (elsewhere) return elsewhere(name, count, values);
      throw new Error(`there are no words for ${name}`);
    }
    return sentence.replace(/\$(\d)/g, (_, place) => values[Number(place) - 1] ?? "");
  };
}
