import type { WordName, WordSource } from "../../lib/words/words";

/** What may have to be said of a token that is shown when the extension is gone. None has a value in it. */
const LAST_WORDS: readonly WordName[] = [
  "locale",
  "page.save",
  "page.tryAgain",
  "page.shortcut",
  "page.closeNote",
  "page.noAnswer",
  "page.outdatedWithKey",
  "page.outdated",
  "page.tooLong",
  "page.tooMany",
  "page.undecided",
  "page.unsafe",
];

/**
 * Words that stay when the extension was updated or removed: from then on the browser gives a page
 * that is still open no words of it any more, and a token on screen needs its control all the same.
 */
export function outliving(words: WordSource): WordSource {
  const kept = new Map<string, string>(LAST_WORDS.map((name) => [name, words(name, null, [])]));
  return (name, count, values) => kept.get(name) ?? words(name, count, values);
}
