import type { Finding } from "../../lib/vault/reconcile";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { useAction } from "../use-action";
import { FINDING_WORDS, OLDER_WORDS } from "./vault-words";

/** What the last unlock found out about the vault's two copies. Silent when all is well. */
export function VaultNotices({
  isOlder,
  findings,
  unbacked,
  onGoOn,
}: {
  isOlder: boolean;
  findings: readonly Finding[];
  /** Keys kept for a week and in no backup. */
  unbacked: number;
  onGoOn: () => Promise<void>;
}) {
  const going = useAction(onGoOn);
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  return (
    <>
      {isOlder && (
        <Notice kind="alert">
          <p>{OLDER_WORDS}</p>
          <button type="button" disabled={going.isBusy} onClick={() => void going.run()}>
            Go on with this copy
          </button>
          {going.failure && <p>{failureWords(going.failure)}</p>}
        </Notice>
      )}
      {kinds.map((kind) => (
        <Notice key={kind} kind="status" tone={kind === "second-repaired" ? "plain" : "danger"}>
          {FINDING_WORDS[kind]}
        </Notice>
      ))}
      {unbacked > 0 && (
        <p class="quiet">
          {unbacked === 1 ? "1 key is" : `${unbacked} keys are`} in no backup yet. Make one on the
          Vault page of the workspace.
        </p>
      )}
    </>
  );
}
