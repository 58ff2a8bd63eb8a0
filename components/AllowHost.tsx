import { useContext, useState } from "preact/hooks";
import { t } from "../lib/words/words";
import { AskForHost } from "./ask-for-host";
import type { FailureFacts } from "./failure-words";

/** Below a failure for want of the browser's permission: the cure. Nothing below any other. */
export function AllowHost({ failure }: { failure: Error & { facts?: FailureFacts } }) {
  const ask = useContext(AskForHost);
  const [answer, setAnswer] = useState<"allowed" | "refused" | null>(null);
  const host = failure.facts?.field;
  if (failure.name !== "HostNotGrantedError" || typeof host !== "string") return null;
  if (answer === "allowed") return <p>{t("allowHost.allowed")}</p>;
  return (
    <>
      <button
        type="button"
        onClick={() =>
          void ask(host).then((isAllowed) => setAnswer(isAllowed ? "allowed" : "refused"))
        }
      >
        {t("allowHost.allow", host)}
      </button>
      {answer === "refused" && <p>{t("allowHost.refused")}</p>}
    </>
  );
}
