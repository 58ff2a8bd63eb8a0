import type { ApiHost } from "../../lib/api/api-host";
import type { ApiKey } from "../../lib/keys/api-key";
import type { Settings } from "../../lib/tasks/settings/settings";
import type { AutoLockMinutes } from "../../lib/vault/auto-lock";
import { t } from "../../lib/words/words";
import { presentPolicy } from "../chosen";
import { CopySection } from "./CopySection";
import { FileSection, type OpenedSettings } from "./FileSection";
import { HostSection } from "./HostSection";
import { type LockActions, LockSection } from "./LockSection";
import { LookSection } from "./LookSection";
import { OrganisationSection } from "./OrganisationSection";
import { PageSection } from "./PageSection";
import { ReminderSection } from "./ReminderSection";
import { ShortcutSection } from "./ShortcutSection";

/** Everything the page of settings draws. */
export interface SettingsFacts {
  settings: Settings;
  autoLock: AutoLockMinutes;
  strict: boolean;
  keepsHours: boolean;
  notifies: boolean;
  keys: readonly ApiKey[];
  /** As the browser writes them; empty for none. */
  shortcuts: { openPopup: string; share: string };
}

export interface SettingsActions extends LockActions {
  onChange: (change: Partial<Settings>) => Promise<void>;
  /** `false` when the browser refused. */
  onNotify: (isOn: boolean) => Promise<boolean>;
  onHost: (keyId: string, host: ApiHost) => Promise<boolean>;
  /** Opens the place where the browser lets them be changed. */
  onShortcuts: () => Promise<void>;
  onExport: () => Promise<void>;
  onOpen: (file: File) => Promise<OpenedSettings>;
  onImport: () => Promise<void>;
}

/** What a person can choose, each thing in one place. */
export function SettingsPage({
  facts,
  actions,
}: {
  facts: SettingsFacts;
  actions: SettingsActions;
}) {
  const { settings } = facts;
  const policy = presentPolicy();
  return (
    <div class="vault-page settings-page narrow">
      <h2>{t("places.settings")}</h2>
      <OrganisationSection policy={policy} />
      <LookSection settings={settings} onChange={actions.onChange} />
      <LockSection
        autoLock={facts.autoLock}
        strict={facts.strict}
        keepsHours={facts.keepsHours}
        isTimeFixed={policy.lockMinutes !== null}
        actions={actions}
      />
      <CopySection
        seconds={settings.clipboardSeconds}
        isForbidden={policy.forbidsCopy}
        onChange={(clipboardSeconds) => actions.onChange({ clipboardSeconds })}
      />
      <ReminderSection
        days={settings.reminderDays}
        notifies={facts.notifies}
        onDays={(reminderDays) => actions.onChange({ reminderDays })}
        onNotify={actions.onNotify}
      />
      <PageSection settings={settings} onChange={actions.onChange} />
      <HostSection
        keys={facts.keys}
        allowedHosts={policy.allowedApiHosts}
        onHost={actions.onHost}
      />
      <ShortcutSection {...facts.shortcuts} onChange={actions.onShortcuts} />
      <FileSection
        onExport={actions.onExport}
        onOpen={actions.onOpen}
        onImport={actions.onImport}
      />
    </div>
  );
}
