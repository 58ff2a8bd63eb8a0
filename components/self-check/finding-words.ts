import type { FindingReason, PageFinding, PagePart } from "../../lib/messages";
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

const REASON_WORDS: Record<FindingReason, WordName> = {
  "not-looked-at": "selfCheck.byNothingYet",
  table: "selfCheck.byTable",
  grid: "selfCheck.byGrid",
  "rows-under-header": "selfCheck.byRows",
  "labelled-entries": "selfCheck.byCards",
  "no-expiry": "selfCheck.byNothing",
  heading: "selfCheck.byHeading",
  address: "selfCheck.byAddress",
  "documentation-address": "selfCheck.byDocumentation",
  "other-heading": "selfCheck.byOtherHeading",
  "no-keys-heading": "selfCheck.byNoHeading",
  "no-label": "selfCheck.byNoLabel",
  "no-list": "selfCheck.byNoList",
  "form-fields": "selfCheck.byFields",
  "not-open": "selfCheck.byNotOpen",
  "no-new-key": "selfCheck.byNoToken",
};

/** By what something was recognised, or why it was not; words of the console stay as they are. */
export function byWords(by: PageFinding["by"]): string {
  return typeof by === "string" ? t(REASON_WORDS[by]) : by.words;
}
