import { type ComponentChildren, toChildArray } from "preact";

const MARK = "\uFFFC";

/** Given to a sentence for the places of its elements, in their order; no text a person writes has these. */
export const HERE: readonly string[] = [1, 2, 3, 4].map((place) => MARK + place);

/** A whole sentence with elements in it, where the language has them: `<Said words={t("name", ...HERE)}><b>…</b></Said>`. */
export function Said({ words, children }: { words: string; children: ComponentChildren }) {
  const elements = toChildArray(children);
  // Every second piece is the number of an element.
  const pieces = words.split(/\uFFFC(\d)/);
  return <>{pieces.map((piece, at) => (at % 2 === 0 ? piece : elements[Number(piece) - 1]))}</>;
}
