import type { TestOutcome } from "../../lib/keys/api-key";
import { Notice } from "../Notice";
import { testWords } from "./test-words";

/** How a key that was just tested stood up to it. */
export function TestNotice({ outcome }: { outcome: TestOutcome }) {
  const works = outcome === "works";
  return (
    <Notice kind={works ? "status" : "alert"} tone={works ? "good" : "danger"}>
      {testWords(outcome)}
    </Notice>
  );
}
