import { useEffect, useMemo, useState } from "preact/hooks";
import { Notice } from "../../components/Notice";
import { type SettingsFacts, SettingsPage } from "../../components/settings/SettingsPage";
import { onSettingsChange } from "../../lib/browser/settings/settings-store";
import { onVaultChange } from "../../lib/browser/vault/vault-changes";
import { t } from "../../lib/words/words";
import { settingsActions } from "./settings-actions";
import { readSettingsFacts } from "./settings-facts";

/** The page of settings with everything it reads and does. Shown while the vault is open. */
export function SettingsPlace() {
  const [facts, setFacts] = useState<SettingsFacts | null>(null);
  const [failed, setFailed] = useState(false);
  const actions = useMemo(settingsActions, []);
  useEffect(() => {
    let isShown = true;
    async function read() {
      try {
        const found = await readSettingsFacts();
        if (isShown) setFacts(found);
        setFailed(false);
      } catch (error) {
        // Locked in the meantime: whoever shows this page shows the lock screen next.
        setFailed(!(error instanceof Error && error.name === "VaultLockedError"));
      }
    }
    void read();
    const stops = [onVaultChange(() => void read()), onSettingsChange(() => void read())];
    return () => {
      isShown = false;
      for (const stop of stops) stop();
    };
  }, []);
  if (failed) return <Notice kind="alert">{t("settings.notRead")}</Notice>;
  return facts && <SettingsPage facts={facts} actions={actions} />;
}
