import { useState } from "preact/hooks";
import type { ImportOutcome, ImportRow } from "../../lib/vault/backup";
import { t, tn, type WordName } from "../../lib/words/words";
import { dateAndTime } from "../dates";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { PassphraseField } from "../unlock/PassphraseField";
import { lastFailure, useAction } from "../use-action";

/** A backup that was opened, and what importing it would do. */
export interface OpenedBackup {
  madeAt: string;
  rows: ImportRow[];
}

const OUTCOMES: Record<ImportRow["outcome"], WordName> = {
  new: "backup.comesIn",
  same: "backup.same",
  differs: "backup.differs",
  altered: "backup.altered",
};

/** Opens a backup, shows what it would bring, and brings it in only then. */
export function ImportSection({
  onOpen,
  onImport,
}: {
  onOpen: (file: File, passphrase: string) => Promise<OpenedBackup>;
  /** Imports what was opened last. */
  onImport: () => Promise<ImportOutcome>;
}) {
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState("");
  const [opened, setOpened] = useState<OpenedBackup | null>(null);
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const opening = useAction(async (chosen: File) => {
    setOpened(await onOpen(chosen, passphrase));
    setPassphrase("");
  });
  const importing = useAction(async () => {
    setOutcome(await onImport());
    setOpened(null);
  });
  const failure = lastFailure(opening, importing);
  const coming = opened?.rows.filter(({ outcome }) => outcome === "new").length ?? 0;
  return (
    <section aria-labelledby="vault-import">
      <h2 id="vault-import">{t("backup.importHeading")}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setOutcome(null);
          if (file && passphrase) void opening.run(file);
        }}
      >
        <div class="field">
          <label for="import-file">{t("backup.file")}</label>
          <input
            id="import-file"
            type="file"
            accept=".age"
            onChange={(event) => {
              setFile(event.currentTarget.files?.[0] ?? null);
              setOpened(null);
            }}
          />
        </div>
        <PassphraseField
          id="import-passphrase"
          label={t("backup.ownPassphrase")}
          value={passphrase}
          onInput={setPassphrase}
          autoComplete="current-password"
        />
        <button type="submit" disabled={!file || passphrase === "" || opening.isBusy}>
          {t(opening.isBusy ? "backup.opening" : "backup.show")}
        </button>
      </form>
      {failure && <Notice kind="alert">{failureWords(failure)}</Notice>}
      {opened && (
        <>
          <p>{tn("backup.content", opened.rows.length, dateAndTime(opened.madeAt))}</p>
          <ul aria-label={t("backup.rows")} class="import-rows">
            {opened.rows.map(({ id, description, outcome }) => (
              <li key={id} data-outcome={outcome}>
                <span>{description || t("backup.nameless")}</span>
                <span class="quiet">{t(OUTCOMES[outcome])}</span>
              </li>
            ))}
          </ul>
          <button
            type="button"
            class="primary"
            disabled={importing.isBusy || coming === 0}
            onClick={() => void importing.run()}
          >
            {coming === 0 ? t("backup.nothing") : tn("backup.import", coming)}
          </button>
        </>
      )}
      {outcome && (
        <Notice kind="status" tone="good">
          {importedWords(outcome)}
        </Notice>
      )}
    </section>
  );
}

function importedWords({ added, kept, refused }: ImportOutcome): string {
  return refused > 0
    ? tn("backup.importedPartly", added, kept, refused)
    : tn("backup.imported", added, kept);
}
