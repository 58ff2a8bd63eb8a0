import { useState } from "preact/hooks";
import type { ImportOutcome, ImportRow } from "../../lib/vault/backup";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { PassphraseField } from "../PassphraseField";
import { useAction } from "../use-action";
import { keysWords } from "./vault-words";

/** A backup that was opened, and what importing it would do. */
export interface OpenedBackup {
  madeAt: string;
  rows: ImportRow[];
}

const OUTCOMES: Record<ImportRow["outcome"], string> = {
  new: "comes in",
  same: "kept already",
  differs: "kept already under other words; what is kept stays",
  altered: "damaged in the file; left out",
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
  const failure = opening.failure ?? importing.failure;
  const coming = opened?.rows.filter(({ outcome }) => outcome === "new").length ?? 0;
  return (
    <section aria-labelledby="vault-import">
      <h2 id="vault-import">Restore from a backup</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setOutcome(null);
          if (file && passphrase) void opening.run(file);
        }}
      >
        <div class="field">
          <label for="import-file">Backup file</label>
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
          label="Passphrase of the backup"
          value={passphrase}
          onInput={setPassphrase}
          autoComplete="current-password"
        />
        <button type="submit" disabled={!file || passphrase === "" || opening.isBusy}>
          {opening.isBusy ? "Opening…" : "Show what is in it"}
        </button>
      </form>
      {failure && <Notice kind="alert">{failureWords(failure)}</Notice>}
      {opened && (
        <>
          <p>
            {keysWords(opened.rows.length)} in the backup of{" "}
            {new Date(opened.madeAt).toLocaleString(undefined, {
              dateStyle: "medium",
              timeStyle: "short",
            })}
            . Nothing is overwritten.
          </p>
          <ul aria-label="Keys in the backup" class="import-rows">
            {opened.rows.map(({ id, description, outcome }) => (
              <li key={id} data-outcome={outcome}>
                <span>{description || "Without description"}</span>
                <span class="quiet">{OUTCOMES[outcome]}</span>
              </li>
            ))}
          </ul>
          <button
            type="button"
            class="primary"
            disabled={importing.isBusy || coming === 0}
            onClick={() => void importing.run()}
          >
            {coming === 0 ? "Nothing to import" : `Import ${keysWords(coming)}`}
          </button>
        </>
      )}
      {outcome && (
        <Notice kind="status" tone="good">
          {keysWords(outcome.added)} imported and read back; {outcome.kept} kept already
          {outcome.refused > 0 && `; ${outcome.refused} damaged in the file and left out`}.
        </Notice>
      )}
    </section>
  );
}
