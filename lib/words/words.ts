import type english from "../../assets/locales/en.json";

/** Where words come from: the browser's own tables, or one of `assets/locales` read by us. */
export type WordSource = (name: string, count: number | null, values: string[]) => string;

type Plural = { 1: string; n: string };
type Paths<Node, Leaf, Before extends string = ""> = {
  [Key in keyof Node & string]: Node[Key] extends Leaf
    ? `${Before}${Key}`
    : Node[Key] extends string | Plural
      ? never
      : Paths<Node[Key], Leaf, `${Before}${Key}.`>;
}[keyof Node & string];

/** A sentence of `assets/locales`, such as `badge.never`. */
export type WordName = Paths<typeof english, string>;
/** One that has a form for 1 and one for other numbers. */
export type CountName = Paths<typeof english, Plural>;

let source: WordSource = () => {
  throw new Error("words were asked for before there was a source of them");
};

/** Chooses the language. To be called before anything is drawn, and again where it changes. */
export function speak(words: WordSource): void {
  source = words;
}

/** What a person reads. `values` stand where the sentence says `$1`, `$2` … */
export function t(name: WordName, ...values: (string | number)[]): string {
  return source(name, null, values.map(String));
}

/** The form for this number, which is `$1`; `values` follow as `$2` … */
export function tn(name: CountName, count: number, ...values: (string | number)[]): string {
  return source(name, count, [count, ...values].map(String));
}

/**
 * How dates and numbers are written: as the browser does where it speaks the language on screen,
 * else as is usual in that language.
 */
export function localeOfDates(): string {
  const own = t("locale");
  const browsers = new Intl.DateTimeFormat().resolvedOptions().locale;
  return browsers.split("-")[0] === own.split("-")[0] ? browsers : own;
}
