import { later } from "../../components/later";
import { send } from "../../lib/browser/messaging";

/** The vault page is loaded when it is first shown: the popup never pays for it. */
export const LaterVaultPlace = later(
  async () => (await import("../companion/VaultPlace")).VaultPlace,
);

export const LaterSettings = later(
  async () => (await import("../companion/SettingsPlace")).SettingsPlace,
);

export const LaterTour = later(async () => (await import("../../components/tour/Tour")).Tour);

export const LaterSelfCheck = later(
  async () => (await import("../companion/SelfCheckPlace")).SelfCheckPlace,
);

export const LaterRestoreLost = later(async () => {
  const [{ RestoreLost }, { restoreLost }, { judgePassphrase }] = await Promise.all([
    import("../../components/vault/RestoreLost"),
    import("../companion/vault-actions"),
    import("../../lib/vault/passphrase"),
  ]);
  const actions = {
    onJudgePassphrase: judgePassphrase,
    onRestore: restoreLost,
    onStartAnew: (passphrase: string) => send("startAnew", passphrase),
  };
  return () => <RestoreLost actions={actions} />;
});
