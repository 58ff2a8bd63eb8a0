import { ApiError } from "../../api/api-error";
import { ApiStatusError } from "../../api/api-status-error";
import type { ApiClient } from "../../api/client";
import type { Vault } from "../../vault/vault";
import { clientFor, keptKey, type Network } from "../key-client";
import { checkOrder } from "./check-order";
import { addToJournal, changeInJournal, findInJournal, type JournalEntry } from "./journal";
import { previewWrite, sameState, type WriteObstacle } from "./preview-write";
import { sendWrite } from "./send-write";
import { isOpen, resolveWrite, settleByReading } from "./settle-write";
import { putWriteMode, readWriteMode } from "./write-mode";
import { type ObjectState, stateAfter, type WriteOrder, type WriteSecrets } from "./write-order";

/** A decision somebody made in front of a preview. */
export interface WriteDecision {
  /** UUID chosen where it was confirmed; the same decision twice is one write. */
  id: string;
  order: WriteOrder;
  /** The object as the person saw it; when it is another by now, nothing is sent. */
  seen: ObjectState | null;
  /** Confirmed a second time that the allocation goes below what is used. */
  acceptsShrinking: boolean;
  keyId: string;
  /** In words, for the journal. */
  subject: string;
  place: string | null;
  putsBack: string | null;
}

/** Somebody switched writing off. */
export class ReadOnlyModeError extends Error {
  override name = "ReadOnlyModeError";
}

/** The object is not what the person saw any more; nothing was sent. */
export class ChangedMeanwhileError extends Error {
  override name = "ChangedMeanwhileError";
}

/** Found before sending. `obstacle` is its kind. */
export class WriteObstacleError extends Error {
  override name = "WriteObstacleError";
  readonly field: WriteObstacle["kind"];
  constructor(obstacle: WriteObstacle) {
    super(`not sent: ${obstacle.kind}`);
    this.field = obstacle.kind;
  }
}

/** Writes this worker carries out now; a restart knows none, and resolves what it finds. */
const underWay = new Map<string, Promise<JournalEntry>>();

export function isUnderWay(entryId: string): boolean {
  return underWay.has(entryId);
}

/**
 * Carries one decision out: checks it anew, records it durably, sends it once, and where the answer
 * is lost reads the object to learn what became of it.
 *
 * @returns the journal's entry, whatever became of the write.
 * @throws when nothing was sent: {@link ReadOnlyModeError}, {@link ChangedMeanwhileError},
 * {@link WriteObstacleError}, `ApiError` of the reads before, `VaultLockedError`, `NotSavedError`.
 */
export function carryOut(
  vault: Vault,
  decision: WriteDecision,
  secrets: WriteSecrets,
  network: Network,
): Promise<JournalEntry> {
  const { id } = decision;
  const running = underWay.get(id) ?? carryOutOnce(vault, decision, secrets, network);
  underWay.set(id, running);
  return running.finally(() => underWay.delete(id));
}

async function carryOutOnce(
  vault: Vault,
  decision: WriteDecision,
  secrets: WriteSecrets,
  network: Network,
): Promise<JournalEntry> {
  const recorded = await findInJournal(vault, decision.id);
  if (recorded) return isOpen(recorded) ? resolveWrite(vault, recorded, network) : recorded;
  const order = checkOrder(decision.order);
  const mode = await readWriteMode(vault);
  if (mode === "read-only") throw new ReadOnlyModeError("writing is switched off");
  const apiKey = await keptKey(vault, decision.keyId);
  const client = clientFor(apiKey, vault, network);
  const { before, obstacles, twins } = await previewWrite(client, order, network.nowMs());
  const obstacle = obstacles.find(
    ({ kind }) => !(kind === "shrinks-below-use" && decision.acceptsShrinking),
  );
  if (obstacle) throw new WriteObstacleError(obstacle);
  if (!sameState(before, decision.seen)) throw new ChangedMeanwhileError("the object has changed");

  const entry: JournalEntry = {
    id: decision.id,
    at: new Date(network.nowMs()).toISOString(),
    settledAt: null,
    outcome: "sending",
    isRead: false,
    order,
    before,
    after: stateAfter(order, before),
    objectId: order.kind === "change-partner" ? order.partnerId : null,
    subject: decision.subject,
    place: decision.place,
    key: {
      id: apiKey.id,
      description: apiKey.description,
      fingerprint: apiKey.fingerprint,
      apiHost: apiKey.apiHost,
    },
    failure: null,
    twins,
    putsBack: decision.putsBack,
  };
  await addToJournal(vault, entry);
  if (mode === "careful") await putWriteMode(vault, "writing");
  const settled = await send(client, entry, secrets, network);
  await changeInJournal(vault, entry.id, settled);
  return { ...entry, ...settled };
}

async function send(
  client: ApiClient,
  entry: JournalEntry,
  secrets: WriteSecrets,
  network: Network,
): Promise<Partial<JournalEntry>> {
  const now = () => new Date(network.nowMs()).toISOString();
  try {
    const objectId = await sendWrite(client, entry.order, secrets);
    const settled = { outcome: "done", objectId: objectId ?? entry.objectId } as const;
    // The API alone knows the day it chose.
    if (entry.order.kind !== "schedule-deletion") return { ...settled, settledAt: now() };
    const seen = await settleByReading(client, entry, network);
    return { ...seen, ...settled, isRead: false };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const apiMessage = error instanceof ApiStatusError ? error.apiMessage : null;
    const failure = { name: error.name, apiMessage };
    if (!error.mayHaveHappened) return { outcome: "refused", failure, settledAt: now() };
    return { ...(await settleByReading(client, entry, network)), failure };
  }
}
