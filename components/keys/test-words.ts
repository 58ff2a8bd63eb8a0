import type { TestOutcome } from "../../lib/keys/api-key";
import { t, type WordName } from "../../lib/words/words";

const WORDS: Record<TestOutcome, WordName> = {
  works: "keyTest.works",
  expired: "keyTest.expired",
  refused: "keyTest.refused",
  "wrong-role": "keyTest.wrongRole",
  offline: "keyTest.offline",
  unreachable: "keyTest.unreachable",
  "rate-limited": "keyTest.rateLimited",
  "vendor-fault": "keyTest.vendorFault",
  "not-understood": "keyTest.notUnderstood",
};

/** "Works" or the reason, with what to do next. */
export function testWords(outcome: TestOutcome): string {
  return t(WORDS[outcome]);
}
