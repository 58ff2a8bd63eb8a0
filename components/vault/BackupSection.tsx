import { useState } from "preact/hooks";
import type { PassphraseVerdict } from "../../lib/vault/passphrase";
import { t, tn } from "../../lib/words/words";
import { presentPolicy } from "../chosen";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { SetByOrganisation } from "../settings/SetByOrganisation";
import { useAction } from "../use-action";
import { NewPassphrase, passphraseProblem, type TwicePassphrase } from "./NewPassphrase";

const EMPTY: TwicePassphrase = { passphrase: "", repeated: "" };

/**
 * Makes one encrypted file of all keys.
 *
 * @param onBackup - Resolves to the number of keys that were found again in the finished file.
 */
export function BackupSection({
  keyCount,
  waiting,
  onJudge,
  onBackup,
}: {
  keyCount: number;
  /** Held tokens nobody saved yet: they are not in a backup. */
  waiting: number;
  onJudge: (passphrase: string) => Promise<PassphraseVerdict>;
  onBackup: (passphrase: string) => Promise<number>;
}) {
  const [entered, setEntered] = useState(EMPTY);
  const [problem, setProblem] = useState<string | null>(null);
  const [verified, setVerified] = useState<number | null>(null);
  const isForbidden = presentPolicy().forbidsBackup;
  const making = useAction(async () => {
    setVerified(null);
    const wrong = await passphraseProblem(entered, onJudge);
    setProblem(wrong);
    if (wrong !== null) return;
    setVerified(await onBackup(entered.passphrase));
    setEntered(EMPTY);
  });
  return (
    <section aria-labelledby="vault-backup">
      <h2 id="vault-backup">{t("backup.heading")}</h2>
      <p class="quiet">{t("backup.lead")}</p>
      {waiting > 0 && (
        <Notice kind="status" tone="danger">
          {tn("backup.waiting", waiting)}
        </Notice>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (keyCount > 0) void making.run();
        }}
      >
        <NewPassphrase
          id="backup"
          label={t("backup.passphrase")}
          repeatLabel={t("backup.repeatPassphrase")}
          value={entered}
          onInput={setEntered}
        />
        {problem && <Notice kind="alert">{problem}</Notice>}
        {making.failure && <Notice kind="alert">{failureWords(making.failure)}</Notice>}
        {verified !== null && (
          <Notice kind="status" tone="good">
            {tn("backup.verified", verified)}
          </Notice>
        )}
        <button
          type="submit"
          class="primary"
          disabled={making.isBusy || keyCount === 0 || isForbidden}
        >
          {t(making.isBusy ? "backup.making" : "backup.make")}
        </button>
        {isForbidden && <SetByOrganisation />}
      </form>
    </section>
  );
}
