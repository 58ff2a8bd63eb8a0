import { useEffect, useState } from "preact/hooks";
import { failureWords } from "../../../components/failure-words";
import { Journal } from "../../../components/journal/Journal";
import { Notice } from "../../../components/Notice";
import { send } from "../../../lib/browser/messaging";
import { ownVault } from "../../../lib/browser/vault/own-vault";
import { onVaultChange } from "../../../lib/browser/vault/vault-changes";
import { type JournalEntry, readJournal } from "../../../lib/tasks/writing/journal";
import { journalCsv } from "../../../lib/tasks/writing/journal-file";
import { localeOfDates, t } from "../../../lib/words/words";
import type { PageProps } from "./page-props";
import { saveFile } from "./save-file";

export function JournalPage({ keyId, desk }: Pick<PageProps, "desk"> & { keyId: string | null }) {
  const [entries, setEntries] = useState<JournalEntry[] | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  useEffect(() => {
    const read = () => ownVault().then(readJournal).then(setEntries, setFailure);
    void read();
    send("resolveWrites").catch(setFailure);
    return onVaultChange(() => void read());
  }, []);

  function exportAs(form: "csv" | "json") {
    const all = entries ?? [];
    const name = `journal-${new Date().toISOString().slice(0, 10)}`;
    if (form === "csv") saveFile(`${name}.csv`, journalCsv(all, localeOfDates()), "text/csv");
    else saveFile(`${name}.json`, `${JSON.stringify(all, null, 2)}\n`, "application/json");
  }

  return (
    <div class="stack">
      <h2>{t("places.journal")}</h2>
      <p class="quiet">{t("journal.lead")}</p>
      {failure && <Notice kind="alert">{failureWords(failure)}</Notice>}
      {entries && (
        <Journal
          entries={entries}
          keyInUse={keyId}
          onPropose={desk.propose}
          onLookAgain={() => void send("resolveWrites").catch(setFailure)}
          onExport={exportAs}
        />
      )}
    </div>
  );
}
