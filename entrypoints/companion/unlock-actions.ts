import type { CompanionActions } from "../../components/Companion";
import { send } from "../../lib/browser/messaging";
import { openWorkspace } from "../../lib/browser/workspace-tab";

type UnlockActions = Pick<
  CompanionActions,
  "onUnlock" | "onUnlockWithCode" | "onUnlockWithPasskey" | "onGoOnWithOlder"
>;

/** Every way into the vault. */
export function unlockActions(place: "popup" | "workspace"): UnlockActions {
  return {
    onUnlock: (passphrase) => send("unlock", passphrase),
    onUnlockWithCode: (code) => send("unlockWith", { kind: "recovery", code }),
    async onUnlockWithPasskey() {
      // The browser's own dialog takes the focus, and a popup without focus closes.
      if (place === "popup") {
        await openWorkspace("passkey");
        close();
        return true;
      }
      const [{ askPasskey }, { ownVault }] = await Promise.all([
        import("../../lib/browser/passkey"),
        import("../../lib/browser/vault/own-vault"),
      ]);
      const hints = await (await ownVault()).passkeys();
      return send("unlockWith", { kind: "passkey", ...(await askPasskey(hints)) });
    },
    onGoOnWithOlder: () => send("goOnWithOlder"),
  };
}

/** The popup handed an unlock over to this tab. */
export function isAskedForPasskey(): boolean {
  return new URLSearchParams(location.search).get("unlock") === "passkey";
}
