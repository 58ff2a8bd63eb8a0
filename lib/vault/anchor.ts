import { bytesFromBase64, isUuid } from "./bytes";
import { hasFields, isCount, type Row } from "./format";
import type { Manifest } from "./manifest";
import type { SecondPlace } from "./second-place";

/** What the vault last was, kept apart from it, so that an older copy put back is noticed. */
export interface Anchor {
  vaultId: string;
  generation: number;
  /** The manifest's HMAC in base64. */
  mac: string;
  /** The second copy is at this state. */
  mirrored: boolean;
  /** The vault's database had vanished and came back from the second copy; nobody was told yet. */
  recovered: boolean;
}

const NAME = "vault-anchor";

/** `null` when there is none or it cannot be read. */
export async function readAnchor({ anchor }: SecondPlace): Promise<Anchor | null> {
  const [read] = await Promise.allSettled([anchor.get([NAME])]);
  const stored = read.status === "fulfilled" ? read.value[NAME] : null;
  if (!hasFields(stored, ["generation", "mac", "mirrored", "recovered", "vaultId"])) return null;
  const { vaultId, generation, mac, mirrored, recovered } = stored;
  const isSound =
    isUuid(vaultId) &&
    isCount(generation) &&
    bytesFromBase64(mac, 32) !== null &&
    typeof mirrored === "boolean" &&
    typeof recovered === "boolean";
  return isSound ? (stored as unknown as Anchor) : null;
}

export function writeAnchor({ anchor }: SecondPlace, value: Anchor): Promise<void> {
  return anchor.set({ [NAME]: value });
}

export function anchorOf(manifest: Row, mirrored: boolean, recovered = false): Anchor {
  const { vaultId, generation } = manifest;
  return { vaultId, generation, mac: macOf(manifest), mirrored, recovered };
}

export function macOf(manifest: Row): string {
  return manifest.ciphertext.toBase64();
}

/**
 * Whether this state of the vault is not the one that was last seen here, nor a later one:
 * an older copy, one that went on from an older copy, or another vault.
 */
export function isOlderThan(anchor: Anchor | null, row: Row, { generation }: Manifest): boolean {
  if (!anchor) return false;
  if (anchor.vaultId !== row.vaultId || generation < anchor.generation) return true;
  return generation === anchor.generation && macOf(row) !== anchor.mac;
}
