import { useState } from "preact/hooks";
import type { PassphraseVerdict } from "../../lib/vault/passphrase";
import { t } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { PassphraseField } from "../unlock/PassphraseField";
import { useAction } from "../use-action";
import { NewPassphrase, passphraseProblem } from "./NewPassphrase";

export interface RestoreActions {
  onJudgePassphrase: (passphrase: string) => Promise<PassphraseVerdict>;
  /** Opens the backup first: the new vault is made only when it opens. */
  onRestore: (file: File, backupPassphrase: string, passphrase: string) => Promise<void>;
  onStartAnew: (passphrase: string) => Promise<void>;
}

/** The vault is gone: a backup comes back, or, by a typed word, an empty vault takes its place. */
export function RestoreLost({ actions }: { actions: RestoreActions }) {
  const [way, setWay] = useState<"restore" | "anew">("restore");
  const [file, setFile] = useState<File | null>(null);
  const [backupPassphrase, setBackupPassphrase] = useState("");
  const [entered, setEntered] = useState({ passphrase: "", repeated: "" });
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const acting = useAction(async () => {
    const wrong = await passphraseProblem(entered, actions.onJudgePassphrase);
    setProblem(wrong);
    if (wrong !== null) return;
    if (way === "anew") await actions.onStartAnew(entered.passphrase);
    else if (file) await actions.onRestore(file, backupPassphrase, entered.passphrase);
  });
  const isRestore = way === "restore";
  const confirmation = t("restore.word");
  const isReady = isRestore
    ? file !== null && backupPassphrase !== ""
    : typed.trim().toLowerCase() === confirmation;
  return (
    <form
      class="gate"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void acting.run();
      }}
    >
      <h2>{t(isRestore ? "restore.heading" : "restore.anew")}</h2>
      {isRestore ? (
        <>
          <div class="field">
            <label for="restore-file">{t("backup.file")}</label>
            <input
              id="restore-file"
              type="file"
              accept=".age"
              onChange={({ currentTarget }) => setFile(currentTarget.files?.[0] ?? null)}
            />
          </div>
          <PassphraseField
            id="restore-passphrase"
            label={t("backup.ownPassphrase")}
            value={backupPassphrase}
            onInput={setBackupPassphrase}
            autoComplete="current-password"
          />
        </>
      ) : (
        <div class="field">
          <label for="start-anew">{t("restore.type", confirmation)}</label>
          <input
            id="start-anew"
            value={typed}
            autoComplete="off"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
      )}
      <NewPassphrase
        id="restored"
        label={t("restore.passphrase")}
        repeatLabel={t("restore.repeatPassphrase")}
        value={entered}
        onInput={setEntered}
      />
      {problem && <Notice kind="alert">{problem}</Notice>}
      {acting.failure && <Notice kind="alert">{failureWords(acting.failure)}</Notice>}
      <button type="submit" class="primary" disabled={!isReady || acting.isBusy}>
        {t(acting.isBusy ? "common.working" : isRestore ? "restore.restore" : "restore.anew")}
      </button>
      <button type="button" class="link" onClick={() => setWay(isRestore ? "anew" : "restore")}>
        {t(isRestore ? "restore.noBackup" : "restore.hasBackup")}
      </button>
    </form>
  );
}
