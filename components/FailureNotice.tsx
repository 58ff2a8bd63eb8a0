import { AllowHost } from "./AllowHost";
import { failureWords } from "./failure-words";
import { Notice } from "./Notice";

/** What to tell a person about a failure. */
export function FailureNotice({ failure }: { failure: Error }) {
  return (
    <Notice kind="alert">
      {failureWords(failure)}
      <AllowHost failure={failure} />
    </Notice>
  );
}
