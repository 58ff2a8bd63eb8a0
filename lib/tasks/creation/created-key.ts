import type { ApiKey, KeyEnd } from "../../keys/api-key";
import type { Vault } from "../../vault/vault";
import { HostNotGrantedError, type Network } from "../key-client";
import { testKept } from "../test-kept";
import type { Creation, CreationTest } from "./creation";

const DOUBT_MS = 60_000;
const SAME_CLOCK_DOUBT_MS = 1_000;

/** The key of a creation as it lies in the vault. */
export interface FoundKey {
  captureId: string;
  keyEnd: KeyEnd;
}

/** Tests the key a creation made. While the vault is locked nothing can be tested. */
export async function testCreated(
  vault: Vault,
  captureId: string,
  network: Network,
): Promise<CreationTest> {
  if ((await vault.state()) !== "open") return "not-tested";
  const key = (await vault.keys()).find(({ id }) => id === captureId);
  if (!key) return "not-tested";
  try {
    return (await testKept(vault, key.id, network)).lastTest?.outcome ?? "not-tested";
  } catch (error) {
    if (error instanceof HostNotGrantedError) return "not-permitted";
    throw error;
  }
}

/**
 * Whether the token of a creation lies in the vault or its inbox already, although nobody heard of it.
 * One that waits in the inbox is saved by this.
 *
 * @returns `cannot-tell` while something is sealed and the vault locked.
 */
export async function findCaptured(
  vault: Vault,
  creation: Creation,
): Promise<FoundKey | "none" | "cannot-tell"> {
  const state = await vault.state();
  if (state === "none") return "none";
  if (state !== "open") return "cannot-tell";
  const askedAtMs = Date.parse(creation.startedAt);
  /** @param seenAt - By this computer's clock: what it saw before asking is another key. */
  const isIts = (found: Pick<ApiKey, "description" | "end">, seenAt: string) =>
    found.description.trim() === creation.description &&
    found.end.kind === "at" &&
    Math.abs(Date.parse(found.end.at) - Date.parse(creation.expiresAt)) <= DOUBT_MS &&
    Date.parse(seenAt) >= askedAtMs - SAME_CLOCK_DOUBT_MS;
  const kept = (await vault.keys()).find(
    (key) =>
      isIts(key, key.savedAt) && Date.parse(key.createdAt ?? key.savedAt) >= askedAtMs - DOUBT_MS,
  );
  if (kept) return { captureId: kept.id, keyEnd: kept.end };
  const held = (await vault.heldTokens()).find((token) => isIts(token, token.capturedAt));
  if (!held) return "none";
  const { id, end } = await vault.saveWaiting(held.captureId, held.description);
  return { captureId: id, keyEnd: end };
}
