import { later } from "../../components/later";
import { send } from "../../lib/browser/messaging";

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
