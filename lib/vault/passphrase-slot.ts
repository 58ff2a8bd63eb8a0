import { type Bytes, bytesFromBase64, randomBytes, sameBytes, utf8 } from "./bytes";
import { openUnder, sealUnder } from "./envelope";
import { hasFields, type Row } from "./format";
import { isParameterSet, PARAMETER_SETS, type ParameterSet } from "./parameter-sets";

const SALT_BYTES = 16;
const HALF_BYTES = 32;

/** The clear fields of a passphrase slot. */
export interface PassphraseSlot {
  parameterSet: ParameterSet;
  salt: Bytes;
  commitment: Bytes;
}

/** Wraps the vault key under the passphrase. `vaultKey` is left as it is; the caller zeroes it. */
export async function sealPassphraseSlot(
  vaultKey: Bytes,
  passphrase: string,
  parameterSet: ParameterSet,
  place: { vaultId: string; id: string; revision: number; generation: number },
): Promise<Row> {
  const salt = randomBytes(SALT_BYTES);
  const { slotKey, commitment } = await derive(passphrase, salt, parameterSet);
  const clear = {
    schema: 1,
    slotKind: "passphrase",
    parameterSet,
    salt: salt.toBase64(),
    commitment: commitment.toBase64(),
  };
  return sealUnder(slotKey, { ...place, kind: "slot", part: 0 }, vaultKey, clear);
}

/**
 * The vault key, to be zeroed by the caller.
 *
 * @returns `null` for another passphrase. The commitment is compared first, so a slot cannot be
 * made that opens for two passphrases.
 */
export async function openPassphraseSlot(
  row: Row,
  slot: PassphraseSlot,
  passphrase: string,
): Promise<Bytes | null> {
  const { slotKey, commitment } = await derive(passphrase, slot.salt, slot.parameterSet);
  if (!sameBytes(commitment, slot.commitment)) return null;
  const vaultKey = await openUnder(slotKey, row);
  return vaultKey?.length === HALF_BYTES ? vaultKey : null;
}

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
  const salt = bytesFromBase64(clear.salt, SALT_BYTES);
  const commitment = bytesFromBase64(clear.commitment, HALF_BYTES);
  if (!salt || !commitment) return null;
  const { parameterSet } = clear;
  return isParameterSet(parameterSet) ? { parameterSet, salt, commitment } : "unknown";
}

/** `null` when the text is not JSON. */
export function parseClear(clear: string): unknown {
  try {
    return JSON.parse(clear);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function derive(passphrase: string, salt: Bytes, parameterSet: ParameterSet) {
  const { memoryKiB, passes, lanes } = PARAMETER_SETS[parameterSet];
  // Only whoever types a passphrase pays for loading it.
  const { argon2id } = await import("hash-wasm");
  const password = utf8(passphrase.normalize("NFKC"));
  const derived = await argon2id({
    password,
    salt,
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: lanes,
    hashLength: 2 * HALF_BYTES,
    outputType: "binary",
  });
  const wrap = derived.slice(0, HALF_BYTES);
  const commitment = derived.slice(HALF_BYTES);
  const slotKey = await crypto.subtle.importKey("raw", wrap, "AES-GCM", false, [
    "encrypt",
    "decrypt",
  ]);
  for (const secret of [password, derived, wrap]) secret.fill(0);
  return { slotKey, commitment };
}
