import type { Finding } from "../../lib/vault/reconcile";
import { t, tn } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { useAction } from "../use-action";
import { FINDING_WORDS } from "./vault-words";

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
          <p>{t("vaultNews.olderCopy")}</p>
          <button type="button" disabled={going.isBusy} onClick={() => void going.run()}>
            {t("vaultNews.goOn")}
          </button>
          {going.failure && <p>{failureWords(going.failure)}</p>}
        </Notice>
      )}
      {kinds.map((kind) => (
        <Notice key={kind} kind="status" tone={kind === "second-repaired" ? "plain" : "danger"}>
          {t(FINDING_WORDS[kind])}
        </Notice>
      ))}
      {unbacked > 0 && <p class="quiet">{tn("vaultNews.unbacked", unbacked)}</p>}
    </>
  );
}
