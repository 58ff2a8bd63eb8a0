import type { Vault } from "../../vault/vault";
import type { Documents } from "../../vault/vault-reader";
import type { Rotation } from "./rotation";

const NAME = "rotations";

/** Rotations under way, kept encrypted: which key serves which host is nobody else's business. */
export async function readRotations(vault: Documents): Promise<Rotation[]> {
  const stored = await vault.document("settings", NAME);
  return Array.isArray(stored) ? stored.filter(isRotation) : [];
}

/** Writes what `change` makes of them; nothing when it leaves them as they are. */
export async function changeRotations(
  vault: Vault,
  change: (rotations: Rotation[]) => Rotation[],
): Promise<void> {
  const before = await readRotations(vault);
  const after = change(before);
  if (JSON.stringify(after) !== JSON.stringify(before)) {
    await vault.putDocument("settings", NAME, after);
  }
}

function isRotation(stored: unknown): stored is Rotation {
  const { oldKeyId, newKeyId, startedAt, moved } = (stored ?? {}) as Record<string, unknown>;
  return (
    typeof oldKeyId === "string" &&
    typeof newKeyId === "string" &&
    typeof startedAt === "string" &&
    Array.isArray(moved) &&
    moved.every((place) => typeof place === "string")
  );
}
