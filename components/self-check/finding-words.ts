import type { PagePart } from "../../lib/messages";
import { t, type WordName } from "../../lib/words/words";
import type { FindingState } from "./self-check-text";

export const PART_WORDS: Record<PagePart, WordName> = {
  page: "selfCheck.page",
  heading: "selfCheck.heading",
  list: "selfCheck.list",
  "column: expiry": "selfCheck.expiry",
  "column: created": "selfCheck.created",
  "column: description": "selfCheck.description",
  "create form": "selfCheck.createForm",
  "token place": "selfCheck.tokenPlace",
};

export const STATE_WORDS: Record<FindingState, WordName> = {
  found: "selfCheck.found",
  "not found": "selfCheck.notFound",
  "not there now": "selfCheck.notThereNow",
};

/** What a report says in its own words; everything else in it are words of the console. */
const BY_WORDS: Record<string, WordName> = {
  "not looked at yet": "selfCheck.byNothingYet",
  "a table": "selfCheck.byTable",
  "a grid": "selfCheck.byGrid",
  "rows under a header row": "selfCheck.byRows",
  "entries with labels": "selfCheck.byCards",
  "nothing with an expiry column or label": "selfCheck.byNothing",
  heading: "selfCheck.byHeading",
  address: "selfCheck.byAddress",
  "address of documentation": "selfCheck.byDocumentation",
  "heading of another page": "selfCheck.byOtherHeading",
  "no heading for API keys": "selfCheck.byNoHeading",
  "no header or label says so": "selfCheck.byNoLabel",
  "no list": "selfCheck.byNoList",
  "fields for a key's description or expiry": "selfCheck.byFields",
  "not open": "selfCheck.byNotOpen",
  "no new key is shown": "selfCheck.byNoToken",
};

/** By which words something was recognised, or why it was not. */
export function byWords(by: string): string {
  const name = Object.hasOwn(BY_WORDS, by) && BY_WORDS[by];
  return name ? t(name) : by;
}
