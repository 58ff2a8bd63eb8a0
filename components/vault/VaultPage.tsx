import type { VaultFacts } from "../../lib/tasks/vault-facts";
import type { ImportOutcome } from "../../lib/vault/backup";
import { t } from "../../lib/words/words";
import { hrefOf } from "../route";
import { BackupSection } from "./BackupSection";
import { HealthSection } from "./HealthSection";
import { ImportSection, type OpenedBackup } from "./ImportSection";
import { RecordSection } from "./RecordSection";
import { type FreshCode, type WaysActions, WaysSection } from "./WaysSection";

export interface VaultPageActions extends WaysActions {
  onBackup: (passphrase: string) => Promise<number>;
  onOpenBackup: (file: File, passphrase: string) => Promise<OpenedBackup>;
  onImport: () => Promise<ImportOutcome>;
}

/** The vault as its owner sees it: how it stands, how it is kept safe, what happened to it. */
export function VaultPage({
  facts,
  waiting,
  now,
  actions,
  ...fresh
}: {
  facts: VaultFacts;
  waiting: number;
  now: Date;
  actions: VaultPageActions;
} & FreshCode) {
  return (
    <div class="vault-page narrow">
      <h2>{t("places.vault")}</h2>
      <HealthSection facts={facts} now={now} />
      <BackupSection
        keyCount={facts.keyCount}
        waiting={waiting}
        onJudge={actions.onJudge}
        onBackup={actions.onBackup}
      />
      <ImportSection onOpen={actions.onOpenBackup} onImport={actions.onImport} />
      <WaysSection slots={facts.health.slots} actions={actions} {...fresh} />
      <p class="quiet">
        {t("vault.lockingIsIn")} <a href={hrefOf({ page: "settings" })}>{t("places.settings")}</a>
      </p>
      <RecordSection facts={facts} />
    </div>
  );
}
