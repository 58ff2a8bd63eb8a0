import { type AutoLockMinutes, DEFAULT_AUTO_LOCK, isAutoLock } from "./auto-lock";
import { writeDocument } from "./documents";
import { DamagedVaultError } from "./errors";
import type { Manifest } from "./manifest";
import { readDocument } from "./read-document";
import type { VaultGate } from "./vault-gate";
import type { VaultKeys } from "./vault-key";

export interface LockSettings {
  minutes: AutoLockMinutes;
  /** The unlocked key is kept in memory only: when the worker that holds it dies, the vault is locked. */
  strict: boolean;
}

const DOCUMENT = "auto-lock";
const DEFAULTS: LockSettings = { minutes: DEFAULT_AUTO_LOCK, strict: false };

/**
 * @param keys - Where no session has begun yet.
 * @param manifest - As it stands, where it was just proven.
 */
export async function readLockSettings(
  gate: VaultGate,
  keys?: VaultKeys,
  manifest: Manifest | null = null,
): Promise<LockSettings> {
  const [chosen, fixed] = await Promise.all([
    readChosen(gate, keys, manifest),
    gate.place.fixedLockMinutes?.() ?? null,
  ]);
  return { ...chosen, minutes: fixed ?? chosen.minutes };
}

async function readChosen(
  gate: VaultGate,
  keys?: VaultKeys,
  manifest: Manifest | null = null,
): Promise<LockSettings> {
  const stored = await readDocument(gate, "settings", DOCUMENT, keys, manifest);
  if (typeof stored !== "object" || stored === null) return DEFAULTS;
  const minutes = "minutes" in stored ? stored.minutes : DEFAULT_AUTO_LOCK;
  return {
    minutes: isAutoLock(minutes) ? minutes : DEFAULT_AUTO_LOCK,
    strict: "strict" in stored && stored.strict === true,
  };
}

/** For an unlock: settings that cannot be read must not keep the vault closed; the strict ones count then. */
export async function lockSettingsAtUnlock(
  gate: VaultGate,
  keys: VaultKeys,
  manifest: Manifest | null,
): Promise<LockSettings> {
  try {
    return await readLockSettings(gate, keys, manifest);
  } catch (error) {
    if (!(error instanceof DamagedVaultError)) throw error;
    const fixed = (await gate.place.fixedLockMinutes?.()) ?? DEFAULTS.minutes;
    return { minutes: fixed, strict: true };
  }
}

/** What was chosen is kept also while another time is fixed, and counts again when none is. */
export async function writeLockSettings(
  gate: VaultGate,
  change: Partial<LockSettings>,
): Promise<void> {
  const settings = { ...(await readChosen(gate)), ...change };
  await writeDocument(gate, "settings", DOCUMENT, settings);
}
