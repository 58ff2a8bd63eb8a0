import { type ComponentChildren, toChildArray } from "preact";
import { t, type WordName } from "../../lib/words/words";
import { HERE } from "./Said";

/** A whole sentence with several elements in it, where the language has them: the children are `$1`, `$2` … */
export function Sentence({ name, children }: { name: WordName; children: ComponentChildren }) {
  const parts = toChildArray(children);
  const words = t(name, ...parts.map((_, at) => HERE + at + HERE));
  // Every second piece is the number of an element.
  return <>{words.split(HERE).map((piece, at) => (at % 2 === 0 ? piece : parts[Number(piece)]))}</>;
}
