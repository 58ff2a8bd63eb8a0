import type { Settings } from "../../tasks/settings/settings";
import { pageTableOf } from "../../words/page-tables";
import { speak } from "../../words/words";
import { wordsOf } from "../../words/words-of";
import { browserWords } from "./browser-words";
import { readSettings } from "./settings-store";

let speaking: Promise<unknown> | undefined;

/** Resolves once this worker speaks the language the person chose, or knows that it cannot be read. */
export async function inChosenLanguage(): Promise<void> {
  speaking ??= Promise.allSettled([readSettings().then(speakAs)]);
  await speaking;
}

/** For the background: it has the words it needs, and asks the browser for all others. */
export function speakAs({ language }: Pick<Settings, "language">): void {
  const table = pageTableOf(language);
  speak(table ? wordsOf(table, browserWords) : browserWords);
}
