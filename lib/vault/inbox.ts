import type { ApiKey, Capture } from "../keys/api-key";
import { commit } from "./commit";
import { copyCapture, mustBeCopied } from "./copy-change";
import { DamagedVaultError, NotHeldError } from "./errors";
import { entryFor, type Manifest } from "./manifest";
import { type OpenedCapture, openCaptures } from "./open-captures";
import { readInbox } from "./opened-tokens";
import { readKey } from "./read-records";
import { dropped, type KeyFacts, keepsHoursBy, sealRecord, withoutDamagedTwin } from "./records";
import { withEntry } from "./seal-manifest";
import { strictWrite } from "./strict-write";
import type { VaultGate } from "./vault-gate";

/** How a capture reads as a key: the token's own claims are for `lib/keys` to read. */
export type DescribeCapture = (capture: Capture) => Pick<KeyFacts, "end" | "createdAt" | "apiHost">;

/**
 * Makes records of captures, all in one transaction.
 *
 * @param which - One capture, under a description of the person's choice; or all that are wanted.
 * @throws {@link NotHeldError}, {@link NotSavedError}; {@link DamagedVaultError} when the one asked
 * for does not open.
 * @returns ids of the records the captures became, or were already.
 */
export async function fileCaptures(
  gate: VaultGate,
  which: { captureId: string; description?: string } | "wanted",
  describe: DescribeCapture,
): Promise<string[]> {
  const keys = await gate.keys();
  // Mostly nothing waits, and an unlock is not to pay for looking.
  if (which === "wanted" && (await gate.place.db.count("inbox")) === 0) return [];
  let recordIds: string[] = [];
  const isChanged = await commit(gate, keys, {
    read: readInbox,
    make: async (manifest, found, generation) => {
      recordIds = [];
      const opened = await openCaptures(keys, manifest, found);
      const chosen = opened.filter(({ captureId, wanted }) =>
        which === "wanted" ? wanted : captureId === which.captureId,
      );
      if (which !== "wanted" && chosen.length === 0 && isRecord(manifest, which.captureId)) {
        // Pressed twice, or another context was faster.
        recordIds.push(which.captureId);
        return null;
      }
      if (which !== "wanted") mustOpen(chosen, which.captureId);
      const withHours = await keepsHoursBy(gate, keys, manifest);
      let next = manifest;
      const put = [];
      const leaving: string[] = [];
      for (const { capture } of chosen) {
        if (!capture) continue;
        leaving.push(capture.captureId);
        const { twin, rest } = await withoutDamagedTwin(gate, keys, next, capture.token);
        const id = twin?.id ?? capture.captureId;
        recordIds.push(id);
        if (twin) continue;
        const chosenWords = which === "wanted" ? undefined : which.description;
        const isExposed = manifest.exposed.includes(capture.captureId);
        const facts = factsOf(capture, describe, gate.place.now(), isExposed, chosenWords);
        const record = await sealRecord(keys, {
          id,
          token: capture.token,
          facts,
          generation,
          withHours,
        });
        put.push(...record.rows);
        next = withEntry(rest, record.entry);
      }
      if (leaving.length === 0) return null;
      const exposed = manifest.exposed.filter((captureId) => !leaving.includes(captureId));
      return { manifest: { ...next, exposed }, put, remove: dropped(manifest, next), leaving };
    },
  });
  if (!isChanged && recordIds.length > 0) await mustBeCopied(gate.place);
  return recordIds;
}

/** Files one and answers with the key it became. */
export async function saveCapture(
  gate: VaultGate,
  captureId: string,
  description: string,
  describe: DescribeCapture,
): Promise<ApiKey> {
  const [id] = await fileCaptures(gate, { captureId, description }, describe);
  if (!id) throw new NotHeldError();
  return readKey(gate, id);
}

/** The person does not want it. Nothing happens when it is gone already. */
export async function discardCapture(gate: VaultGate, captureId: string): Promise<void> {
  await gate.keys();
  await strictWrite(gate.place.db, ({ inbox }) => inbox.delete(captureId));
  await copyCapture(gate.place, captureId);
}

function mustOpen(chosen: OpenedCapture[], captureId: string): void {
  const [asked] = chosen;
  if (!asked) throw new NotHeldError();
  if (!asked.capture) throw new DamagedVaultError([captureId]);
}

function isRecord(manifest: Manifest, captureId: string): boolean {
  return entryFor(manifest, "record", captureId) !== undefined;
}

function factsOf(
  capture: Capture,
  describe: DescribeCapture,
  nowMs: number,
  mayBeExposed: boolean,
  description = capture.description,
): KeyFacts {
  return {
    description,
    ...describe(capture),
    savedAt: new Date(nowMs).toISOString(),
    origin: "captured",
    verifiedAt: null,
    lastTest: null,
    lastUsedAt: null,
    tags: [],
    notes: "",
    mayBeExposed,
  };
}
