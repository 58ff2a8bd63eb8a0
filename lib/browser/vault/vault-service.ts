import { browser } from "wxt/browser";
import type { HandlersOf } from "../../messages";
import { writeBackupNote } from "../../tasks/backup-note";
import { requireAllowed, requireFreeLockTime } from "../../tasks/settings/policy-limits";
import { noteVaultEvents, type VaultEvent } from "../../tasks/vault-journal";
import type { Proof } from "../../vault/proof";
import type { Vault } from "../../vault/vault";
import { readPolicy } from "../settings/policy-store";
import { prepareLogs } from "./fresh-logs";
import { keepKeyIndexSoon } from "./key-index-care";
import { closeLocalToPages } from "./second-place";
import { announceOpening, announceVaultChange } from "./vault-changes";

/**
 * - `settleAfterMs`: what follows from the change may wait so long;
 * - `isToldByAct`: the act itself tells popup and workspace that they have to read again.
 */
export interface HowToChange {
  settleAfterMs?: number;
  isToldByAct?: boolean;
}
type Change = <T>(act: (vault: Vault) => Promise<T>, how?: HowToChange) => Promise<T>;
type Handled =
  | ("createVault" | "getReady" | "unlock" | "unlockWith" | "lock" | "startAnew" | "goOnWithOlder")
  | ("changePassphrase" | "addRecoveryCode" | "addPasskey" | "removeSlot" | "renewVaultKey")
  | ("importKeys" | "noteBackup" | "setAutoLock" | "setStrict" | "setKeepsHours");

/** Reading all keys here would stand in the way of the view that reads them to draw them. */
export const LOOK_AFTER_MS = 400;

/** Answers what is asked about the vault as a whole, and looks after it between the answers. */
export function vaultService({
  ownVault,
  changing,
}: {
  ownVault: () => Promise<Vault>;
  changing: Change;
}): { handlers: HandlersOf<Handled>; lockWhenDue: () => Promise<void> } {
  void closeLocalToPages();

  /** Touches the deadline, acts, and writes down what happened once the answer is given. */
  async function doing<T>(
    act: (vault: Vault) => Promise<T>,
    event: (done: T) => VaultEvent[],
  ): Promise<T> {
    const done = await changing(async (vault) => {
      await vault.touch();
      return act(vault);
    });
    void note(event(done));
    return done;
  }

  /** What was done is done: a note that cannot be written, or a lock in between, changes nothing of it. */
  async function note(events: VaultEvent[]): Promise<void> {
    await Promise.allSettled([
      ownVault().then((vault) => noteVaultEvents(vault, events, Date.now())),
    ]);
  }

  async function unlockWith(proof: Proof): Promise<boolean> {
    if (proof.kind === "passkey") requireAllowed(await readPolicy(), "passkey");
    // What is still to come of a lock a moment ago would fall between the opening and the drawing.
    keepKeyIndexSoon(ownVault);
    // Views are told before the answer, and not a second time with it: they would read all again
    // before they have drawn.
    const listeners = { onOpening: announceOpening, onReadable: announceVaultChange };
    const isOpen = await changing((vault) => vault.unlockWith(proof, listeners), {
      settleAfterMs: LOOK_AFTER_MS,
      isToldByAct: true,
    }).catch((error: unknown) => {
      // It may have failed behind the opening.
      announceVaultChange();
      throw error;
    });
    if (isOpen) setTimeout(() => void lookAfter(proof.kind), LOOK_AFTER_MS);
    return isOpen;
  }

  /** Nobody waits for this: the rows of both copies are compared one by one. */
  async function lookAfter(by: Proof["kind"]): Promise<void> {
    const vault = await ownVault();
    if ((await vault.state()) !== "open") return;
    // Locked in the meantime, or a full disk: the next unlock compares again.
    const [mended] = await Promise.allSettled([vault.mend()]);
    if (mended.status === "fulfilled" && mended.value.length > 0) announceVaultChange();
    const putRight = (await vault.findings()).map(
      ({ kind, rows }): VaultEvent => ({ kind: "put-right", finding: kind, rows }),
    );
    await note([{ kind: "unlocked", by }, ...putRight]);
  }

  /**
   * Strict: what the worker's memory still holds goes with the worker. Content scripts of open
   * console tabs die with it, so nobody loses a token over it only while none waits.
   */
  async function afterLock(): Promise<void> {
    const vault = await ownVault();
    if ((await vault.waitingCount()) > 0) return;
    if (await vault.takeStrictEnd()) browser.runtime.reload();
  }

  return {
    handlers: {
      async createVault(passphrase) {
        // Its key is derived meanwhile.
        void prepareLogs();
        await changing((vault) => vault.create(passphrase));
        void note([{ kind: "created" }]);
      },
      getReady: async () => (await ownVault()).getReady(),
      unlock: (passphrase) => unlockWith({ kind: "passphrase", passphrase }),
      unlockWith,
      async lock() {
        await changing((vault) => vault.lock());
        void afterLock();
      },
      async startAnew(passphrase) {
        await changing((vault) => vault.create(passphrase, true));
        void note([{ kind: "created" }]);
      },
      goOnWithOlder: () =>
        doing(
          (vault) => vault.goOnWithOlder(),
          () => [{ kind: "older-accepted" }],
        ),
      changePassphrase: ({ proof, passphrase }) =>
        doing(
          (vault) => vault.changePassphrase(proof, passphrase),
          () => [{ kind: "passphrase" }],
        ),
      addRecoveryCode: (proof) =>
        doing(
          (vault) => vault.addRecoveryCode(proof),
          () => [{ kind: "recovery-code" }],
        ),
      addPasskey: async ({ proof, credentialId, salt, secret }) => {
        requireAllowed(await readPolicy(), "passkey");
        return doing(
          (vault) =>
            vault.addPasskey(proof, {
              credentialId,
              salt: Uint8Array.fromBase64(salt),
              secret: Uint8Array.fromBase64(secret),
            }),
          () => [{ kind: "passkey" }],
        );
      },
      removeSlot: (slotId) =>
        doing(
          (vault) => vault.removeSlot(slotId),
          () => [{ kind: "way-removed" }],
        ),
      renewVaultKey: ({ proof, passphrase }) =>
        doing(
          (vault) => vault.renewVaultKey(proof, passphrase),
          () => [{ kind: "vault-key" }],
        ),
      importKeys: (keys) =>
        doing(
          (vault) => vault.importKeys(keys),
          ({ added }) => [{ kind: "import", keys: added }],
        ),
      noteBackup: (keyIds) =>
        doing(
          (vault) => writeBackupNote(vault, keyIds, Date.now()),
          () => [{ kind: "backup", keys: keyIds.length }],
        ),
      setAutoLock: async (minutes) => {
        requireFreeLockTime(await readPolicy());
        await changing((vault) => vault.setAutoLockMinutes(minutes));
      },
      setStrict: (strict) => changing((vault) => vault.setStrict(strict)),
      setKeepsHours: (inClear) =>
        doing(
          (vault) => vault.setKeepsHours(inClear),
          () => [],
        ),
    },
    async lockWhenDue() {
      await changing((vault) => vault.lockWhenDue());
      await afterLock();
    },
  };
}
