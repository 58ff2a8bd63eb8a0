import type { Capture } from "../keys/api-key";
import { anchorOf, writeAnchor } from "./anchor";
import { importKeys, previewImport, readForBackup } from "./backup";
import { copyAll } from "./copy-change";
import {
  changeDocuments,
  type DocumentChange,
  type DocumentsNow,
  writeDocument,
} from "./documents";
import { EarlyLook } from "./early-look";
import { DamagedVaultError, OlderCopyError, WeakPassphraseError } from "./errors";
import { NIL_UUID, parseRow } from "./format";
import { readHealth } from "./health";
import type { HeldToken } from "./held-tokens";
import { holdCapture, wantCapture } from "./hold-capture";
import { discardCapture, fileCaptures, saveCapture } from "./inbox";
import { readLockSettings, writeLockSettings } from "./lock-settings";
import { MANIFEST_KEY, readManifest } from "./manifest";
import { writeNewVault } from "./new-vault";
import { renewVaultKey } from "./new-vault-key";
import { openSession } from "./open-session";
import { isTooShort } from "./passphrase-length";
import { rehearseDerivation } from "./passphrase-slot";
import type { Proof } from "./proof";
import { listKeys } from "./read-records";
import { reconcile } from "./reconcile";
import { addRecord, changeRecord, dueHour, keepHours, keepsHours, removeRecord } from "./records";
import { refreshKeyIndex } from "./refresh-key-index";
import {
  changeSession,
  currentSession,
  extendSession,
  type SessionArea,
  sessionMinutes,
  takeStrictEnd,
} from "./session";
import { passkeyHints } from "./slot-facts";
import { addPasskey, addRecoveryCode, changePassphrase, provenVaultKey, removeSlot } from "./slots";
import { restFor } from "./survey-copies";
import { type UnlockListeners, unlessUnwritable, unlockVault } from "./unlock-vault";
import type { Vault, VaultDeps, VaultState } from "./vault-api";
import { VaultGate } from "./vault-gate";
import { readVault } from "./vault-reader";

export type { DocumentChange, DocumentsNow, HeldToken, SessionArea, Vault, VaultDeps, VaultState };

const API_HOST = "api.partner.impossiblecloud.com";

/** @param gate - One that this context has already; the two then share what is unlocked. */
export function createVault(deps: VaultDeps, gate = new VaultGate(deps)): Vault {
  const { db, describeCapture = inTheConsolesWords } = deps;
  const early = new EarlyLook(deps);

  const unlockWith = (proof: Proof, listeners?: UnlockListeners) =>
    unlockVault({ deps, gate, early, describeCapture }, proof, listeners);

  return {
    ...readVault(gate),

    async create(passphrase, afterLoss = false) {
      const { vaultId, vaultKey } = await writeNewVault(deps, passphrase, { afterLoss });
      // A vault that was written is there, even if it has to be unlocked once more.
      await unlessUnwritable(() => openSession(gate, vaultId, vaultKey));
      vaultKey.fill(0);
    },

    async getReady() {
      await early.readAhead();
      await rehearseDerivation();
    },
    unlock: (passphrase) => unlockWith({ kind: "passphrase", passphrase }),
    unlockWith,

    lock: () => gate.lock(),

    autoLockMinutes: async () => (await readLockSettings(gate)).minutes,

    async setAutoLockMinutes(minutes) {
      await writeLockSettings(gate, { minutes });
      await extendSession(deps, (await readLockSettings(gate)).minutes);
    },

    async applyLockTime() {
      if (!(await gate.keysIfOpen())) return;
      const { minutes } = await readLockSettings(gate);
      if (minutes !== (await sessionMinutes(deps.session))) await extendSession(deps, minutes);
    },

    lockSettings: () => readLockSettings(gate),

    async setStrict(strict) {
      await writeLockSettings(gate, { strict });
      // The copy of the key in the session area must go: it goes with the session.
      if (strict) await gate.lock();
    },

    async takeStrictEnd() {
      return (await currentSession(deps)) === null && takeStrictEnd(deps);
    },
    waitingCount: () => db.count("inbox"),

    hold: (capture) =>
      holdCapture(deps, capture, async (stored) => {
        const keys = await gate.keysIfOpen();
        if (keys) return gate.verified(keys, stored);
        const row = parseRow(stored);
        return row && readManifest(row);
      }),

    async saveHeld(captureId) {
      const isWaiting = await wantCapture(deps, captureId);
      if (isWaiting && (await gate.keysIfOpen()))
        await fileCaptures(gate, { captureId }, describeCapture);
    },

    saveWaiting: (captureId, description) =>
      saveCapture(gate, captureId, description, describeCapture),
    discardHeld: (captureId) => discardCapture(gate, captureId),
    addKey: (token, key) => addRecord(gate, token, key),
    updateKey: (id, change) => changeRecord(gate, id, change),
    removeKey: (id) => removeRecord(gate, id),
    putDocument: (kind, name, value) => writeDocument(gate, kind, name, value),
    changeDocuments: (kind, make) => changeDocuments(gate, kind, make),

    health: async () => ({
      ...(await readHealth(gate)),
      keepsHours: await keepsHours(gate),
      strict: (await readLockSettings(gate)).strict,
    }),

    async mend() {
      const keys = await gate.keys();
      const session = await currentSession(deps);
      if (!session || session.isOlder) return [];
      const { findings, isOlder } = await reconcile(deps, keys, {
        rest: () => restFor(gate),
        isStillOpen: async () => (await currentSession(deps))?.sessionId === session.sessionId,
      });
      if (findings.length > 0 || isOlder)
        await changeSession(deps, session, {
          isOlder,
          findings: [...session.findings, ...findings],
        });
      return findings;
    },

    async goOnWithOlder() {
      const keys = await gate.keys();
      const session = await currentSession(deps);
      const row = parseRow(await db.get("rows", MANIFEST_KEY));
      if (!session || !row || !(await gate.verified(keys, row))) throw new OlderCopyError();
      await deps.second.exclusively(async () => {
        await writeAnchor(deps.second, anchorOf(row, false));
        await copyAll(deps);
      });
      await changeSession(deps, session, { isOlder: false });
    },

    async expiryHoursMs() {
      const stored: unknown = await db.get("rows", MANIFEST_KEY);
      if (stored === undefined) return [];
      const row = parseRow(stored);
      const manifest = row && readManifest(row);
      if (!manifest) throw new DamagedVaultError([NIL_UUID]);
      if ((await gate.keysIfOpen()) && !(await keepsHours(gate)))
        return (await listKeys(gate)).flatMap((key) => dueHour(key) ?? []);
      return manifest.rows.flatMap(({ due }) => (due === null ? [] : [due]));
    },
    keepsHours: () => keepsHours(gate),
    setKeepsHours: (inClear) => keepHours(gate, inClear),

    passkeys: () => passkeyHints(db),
    addPasskey: (proof, passkey) => addPasskey(gate, proof, passkey),
    removeSlot: (id) => removeSlot(gate, id),
    addRecoveryCode: (proof) => addRecoveryCode(gate, proof),
    changePassphrase: (proof, passphrase) => changePassphrase(gate, proof, passphrase),

    async renewVaultKey(proof, passphrase) {
      if (isTooShort(passphrase)) throw new WeakPassphraseError();
      const keys = await gate.keys();
      let vaultKey = await provenVaultKey(gate, proof);
      const session = await currentSession(deps);
      if (session?.isOlder) throw new OlderCopyError();
      // Locked first: whoever is killed in the middle finds a locked vault, not one that is open
      // with a key that fits no longer.
      await gate.lock();
      try {
        const renewed = await renewVaultKey(gate, keys, passphrase);
        vaultKey.fill(0);
        vaultKey = renewed;
      } finally {
        await openSession(gate, keys.vaultId, vaultKey);
        vaultKey.fill(0);
      }
    },

    refreshKeyIndex: () => refreshKeyIndex(gate),

    backup: () => readForBackup(gate, deps.now()),
    previewImport: (keys) => previewImport(gate, keys),
    importKeys: (keys) => importKeys(gate, keys),
  };
}

function inTheConsolesWords({ end, apiHost = API_HOST }: Capture) {
  return { end, createdAt: null, apiHost };
}
