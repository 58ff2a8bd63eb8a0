import type { ApiKey, TestOutcome } from "../../keys/api-key";
import type { Vault } from "../../vault/vault";
import type { Network } from "../key-client";
import { testKept } from "../test-kept";
import type { Creation } from "./creation";

const DOUBT_MS = 60_000;

/** Tests the key a creation made. While the vault is locked nothing can be tested. */
export async function testCreated(
  vault: Vault,
  captureId: string,
  network: Network,
): Promise<TestOutcome | "not-tested"> {
  if ((await vault.state()) !== "open") return "not-tested";
  const key = (await vault.keys()).find(({ id }) => id === captureId);
  const tested = key && (await testKept(vault, key.id, network));
  return tested?.lastTest?.outcome ?? "not-tested";
}

/**
 * Whether the token of a creation lies in the vault or its inbox already, although nobody heard of it.
 * One that waits in the inbox is saved by this.
 *
 * @returns its id; `cannot-tell` while something is sealed and the vault locked.
 */
export async function findCaptured(
  vault: Vault,
  creation: Creation,
): Promise<string | "none" | "cannot-tell"> {
  const state = await vault.state();
  if (state === "none") return "none";
  if (state !== "open") return "cannot-tell";
  const isIts = (found: Pick<ApiKey, "description" | "end">, atMs: number) =>
    found.description.trim() === creation.description &&
    found.end.kind === "at" &&
    Math.abs(Date.parse(found.end.at) - Date.parse(creation.expiresAt)) <= DOUBT_MS &&
    atMs >= Date.parse(creation.startedAt) - DOUBT_MS;
  const kept = (await vault.keys()).find((key) =>
    isIts(key, Date.parse(key.createdAt ?? key.savedAt)),
  );
  if (kept) return kept.id;
  const held = (await vault.heldTokens()).find((token) =>
    isIts(token, Date.parse(token.capturedAt)),
  );
  if (!held) return "none";
  return (await vault.saveWaiting(held.captureId, held.description)).id;
}
