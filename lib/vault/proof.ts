import type { Bytes } from "./bytes";
import type { Row } from "./format";
import { parsePassphraseSlot, parseSecretSlot } from "./parse-slots";
import { openPassphraseSlot } from "./passphrase-slot";
import { readRecoveryCode } from "./recovery-code";
import { openSecretSlot } from "./secret-slot";

/** What somebody opens the vault with. */
export type Proof =
  | { kind: "passphrase"; passphrase: string }
  | { kind: "recovery"; code: string }
  /** Both PRF answers, one behind the other, in base64. */
  | { kind: "passkey"; credentialId: string; secret: string };

/** How far one slot takes a proof. */
export type SlotAnswer =
  | { kind: "opened"; vaultKey: Bytes }
  | { kind: "closed" }
  /** Made by a later version, as far as can be told. */
  | { kind: "unknown" }
  /** Not for this kind of proof, or no slot at all: nothing was derived. */
  | { kind: "other" };

/** Tries a proof on one slot. The vault key is zeroed by the caller. */
export async function tryProof(row: Row, proof: Proof): Promise<SlotAnswer> {
  if (proof.kind === "passphrase") {
    const slot = parsePassphraseSlot(row);
    if (slot === null) return { kind: "other" };
    if (slot === "unknown") return { kind: "unknown" };
    return answer(await openPassphraseSlot(row, slot, proof.passphrase));
  }
  const slot = parseSecretSlot(row);
  if (slot?.slotKind !== proof.kind) return { kind: "other" };
  const secret = secretOf(proof, slot);
  if (!secret) return { kind: "other" };
  const vaultKey = await openSecretSlot(row, slot, secret);
  secret.fill(0);
  return answer(vaultKey);
}

function secretOf(
  proof: Exclude<Proof, { kind: "passphrase" }>,
  slot: NonNullable<ReturnType<typeof parseSecretSlot>>,
): Bytes | null {
  if (proof.kind === "recovery") return readRecoveryCode(proof.code);
  if (slot.slotKind !== "passkey" || slot.credentialId !== proof.credentialId) return null;
  try {
    return Uint8Array.fromBase64(proof.secret);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function answer(vaultKey: Bytes | null): SlotAnswer {
  return vaultKey ? { kind: "opened", vaultKey } : { kind: "closed" };
}
