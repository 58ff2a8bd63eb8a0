import type { ComponentChildren } from "preact";

/** Given to a sentence for the place where its element goes; no text a person writes has it. */
export const HERE = "\uFFFC";

/** A whole sentence with one element in it: `<Said words={t("name", HERE)}><b>…</b></Said>`. */
export function Said({ words, children }: { words: string; children: ComponentChildren }) {
  const [before, ...after] = words.split(HERE);
  return (
    <>
      {before}
      {children}
      {after.join(HERE)}
    </>
  );
}
