import { type Bytes, bytesFromBase64 } from "./bytes";
import { hasFields, type Row } from "./format";
import { isParameterSet, type ParameterSet } from "./parameter-sets";
import { parseClear } from "./parse-clear";

/** The clear fields of a passphrase slot. */
export interface PassphraseSlot {
  parameterSet: ParameterSet;
  salt: Bytes;
  commitment: Bytes;
}

/**
 * Slots behind secrets nobody can guess: a recovery code, or what a passkey answers. HKDF is
 * enough for them; the commitment is compared first, as with the passphrase.
 */
export interface RecoverySlot {
  slotKind: "recovery";
  salt: Bytes;
  commitment: Bytes;
}

export interface PasskeySlot {
  slotKind: "passkey";
  /** What the browser finds the passkey by. */
  credentialId: string;
  salt: Bytes;
  commitment: Bytes;
}

const PASSPHRASE_SALT_BYTES = 16;
const SECRET_SALT_BYTES = 32;
const COMMITMENT_BYTES = 32;
const FIELDS = {
  recovery: ["commitment", "salt", "schema", "slotKind"],
  passkey: ["commitment", "credentialId", "salt", "schema", "slotKind"],
};

/**
 * Reads the clear fields without deriving anything.
 *
 * @returns `"unknown"` where a passphrase slot asks for a parameter set this version does not
 * have, `null` for anything else that is not a passphrase slot.
 */
export function parsePassphraseSlot(row: Row): PassphraseSlot | "unknown" | null {
  const clear = parseClear(row.clear);
  if (!hasFields(clear, ["commitment", "parameterSet", "salt", "schema", "slotKind"])) return null;
  if (clear.schema !== 1 || clear.slotKind !== "passphrase" || row.part !== 0) return null;
  const salt = bytesFromBase64(clear.salt, PASSPHRASE_SALT_BYTES);
  const commitment = bytesFromBase64(clear.commitment, COMMITMENT_BYTES);
  if (!salt || !commitment) return null;
  const { parameterSet } = clear;
  return isParameterSet(parameterSet) ? { parameterSet, salt, commitment } : "unknown";
}

/** `null` for anything that is not such a slot. */
export function parseSecretSlot(row: Row): RecoverySlot | PasskeySlot | null {
  const clear = parseClear(row.clear);
  if (row.part !== 0) return null;
  const isRecovery = hasFields(clear, FIELDS.recovery) && clear.slotKind === "recovery";
  const isPasskey = hasFields(clear, FIELDS.passkey) && clear.slotKind === "passkey";
  if ((!isRecovery && !isPasskey) || clear.schema !== 1) return null;
  const salt = bytesFromBase64(clear.salt, SECRET_SALT_BYTES);
  const commitment = bytesFromBase64(clear.commitment, COMMITMENT_BYTES);
  if (!salt || !commitment) return null;
  if (isRecovery) return { slotKind: "recovery", salt, commitment };
  const { credentialId } = clear as { credentialId: unknown };
  return typeof credentialId === "string"
    ? { slotKind: "passkey", credentialId, salt, commitment }
    : null;
}
