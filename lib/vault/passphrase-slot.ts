import { type Bytes, randomBytes, sameBytes, utf8 } from "./bytes";
import { openUnder } from "./envelope";
import type { Row } from "./format";
import { PARAMETER_SETS, type ParameterSet } from "./parameter-sets";
import type { PassphraseSlot } from "./parse-slots";
import { sealUnder } from "./seal-row";

const SALT_BYTES = 16;
const HALF_BYTES = 32;
const REHEARSAL_KIB = 2048;

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
 * Runs Argon2id once, as small as makes the browser compile it, over nothing. The first derivation
 * of a worker that has just started would take longer by that.
 */
export async function rehearseDerivation(): Promise<void> {
  const { argon2id } = await import("./argon2");
  await argon2id({
    password: "rehearsal",
    salt: new Uint8Array(SALT_BYTES),
    memorySize: REHEARSAL_KIB,
    iterations: 1,
    parallelism: 1,
    hashLength: HALF_BYTES,
    outputType: "binary",
  });
}

async function derive(passphrase: string, salt: Bytes, parameterSet: ParameterSet) {
  const { memoryKiB, passes, lanes } = PARAMETER_SETS[parameterSet];
  // Only whoever types a passphrase pays for loading it.
  const { argon2id } = await import("./argon2");
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
