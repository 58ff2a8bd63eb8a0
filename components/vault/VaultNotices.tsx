import type { Finding } from "../../lib/vault/reconcile";
import { t } from "../../lib/words/words";
import { DamageNotice } from "../DamageNotice";
import { Notice } from "../Notice";
import { FINDING_WORDS } from "./vault-words";

/** What a closer look at the vault's two copies found, a moment after the rest. Silent when all is well. */
export function VaultNotices({
  damaged,
  findings,
}: {
  /** Entries that neither copy holds. */
  damaged: number;
  findings: readonly Finding[];
}) {
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  return (
    <>
      {damaged > 0 && <DamageNotice rows={damaged} />}
      {kinds.map((kind) => (
        <Notice key={kind} kind="status" tone={kind === "second-repaired" ? "plain" : "danger"}>
          {t(FINDING_WORDS[kind])}
        </Notice>
      ))}
    </>
  );
}
