import type { ApiClient } from "../../api/client";
import { listContracts } from "../../api/contracts";
import { freeBytes } from "../../api/free-bytes";
import { getPartner } from "../../api/partners";
import { lastDays } from "../figures/days";
import { latestOfAccount } from "../figures/usage-series";
import { accountsOf, usagesOf } from "../reading/storage-place";
import { type FoundObject, readObject } from "./object-state";
import { type ObjectState, stateAfter, type WriteOrder } from "./write-order";

/** What stands against a write. Only `shrinks-below-use` gives way to a second confirmation. */
export type WriteObstacle =
  /** More than the contract (or the partner, for a storage account) has left. */
  | { kind: "no-capacity"; leftBytes: number; of: "contract" | "partner" }
  | { kind: "shrinks-below-use"; usedBytes: string }
  | { kind: "not-empty"; accounts: number }
  | { kind: "gone" }
  | { kind: "nothing-changes" }
  /** A partner of that name, a member or account with that address, is there already. */
  | { kind: "exists" };

/** What a person decides on. Plain JSON; `usedBytes` as text, since sums pass 2^53. */
export interface WritePreview {
  before: ObjectState | null;
  after: ObjectState | null;
  obstacles: WriteObstacle[];
  /** What the contract has left, before and after; `null` where it does not matter or is not known. */
  left: { beforeBytes: number; afterBytes: number } | null;
  /** Could not be checked, by what: the write may still be tried. */
  unchecked: ("capacity" | "use")[];
  twins: string[];
}

const USE_DAYS = 7;

/**
 * Reads all a decision needs: the object now, what the contract has left, what is used.
 *
 * @throws `ApiError` when the object itself cannot be read.
 */
export async function previewWrite(
  client: ApiClient,
  order: WriteOrder,
  nowMs: number,
  signal?: AbortSignal,
): Promise<WritePreview> {
  const found = await readObject(client, order, null, signal);
  const preview: WritePreview = {
    before: found.state,
    after: stateAfter(order, found.state),
    obstacles: [],
    left: null,
    unchecked: [],
    twins: found.twins,
  };
  const isCreation = order.kind.startsWith("create-");
  if (isCreation && found.twins.length > 0) preview.obstacles.push({ kind: "exists" });
  if (!isCreation && found.state === null) preview.obstacles.push({ kind: "gone" });
  if (preview.obstacles.length > 0) return preview;

  if (order.kind === "create-partner" || order.kind === "change-partner") {
    await checkCapacity(client, order, found, preview, signal);
    await checkUse(client, order, preview, nowMs, signal);
  }
  if (order.kind === "create-account") await checkPartnersCapacity(client, order, preview, signal);
  if (order.kind === "delete-partner") {
    const { items, notUnderstood } = await accountsOf(client, order.partnerId, signal);
    const accounts = items.length + notUnderstood;
    if (accounts > 0) preview.obstacles.push({ kind: "not-empty", accounts });
  }
  const isScheduled = order.kind === "schedule-deletion" && preview.before?.deletion != null;
  if (!isCreation && (isScheduled || sameState(preview.before, preview.after))) {
    preview.obstacles.push({ kind: "nothing-changes" });
  }
  return preview;
}

/** Whether the object is still what the person saw when deciding. */
export function sameState(one: ObjectState | null, other: ObjectState | null): boolean {
  const names = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})]) as Set<
    keyof ObjectState
  >;
  if ((one === null) !== (other === null)) return false;
  return [...names].every((name) => one?.[name] === other?.[name]);
}

async function checkCapacity(
  client: ApiClient,
  order: WriteOrder & { kind: "create-partner" | "change-partner" },
  found: FoundObject,
  preview: WritePreview,
  signal?: AbortSignal,
): Promise<void> {
  if (order.allocatedBytes === undefined) return;
  const moreBytes = order.allocatedBytes - (preview.before?.allocatedBytes ?? 0);
  const contractId = order.kind === "create-partner" ? order.contractId : found.contractId;
  const { items } = await listContracts(client, signal);
  const contract = items.find(({ id }) => id.value === contractId);
  const left = contract && freeBytes(contract).value;
  if (left === undefined) {
    preview.unchecked.push("capacity");
    return;
  }
  // A contract that reserves nothing has no such limit.
  if (contract?.reservedBytes.value === 0) return;
  preview.left = { beforeBytes: left, afterBytes: left - moreBytes };
  if (moreBytes > 0 && moreBytes > left) {
    preview.obstacles.push({ kind: "no-capacity", leftBytes: left, of: "contract" });
  }
}

async function checkPartnersCapacity(
  client: ApiClient,
  order: WriteOrder & { kind: "create-account" },
  preview: WritePreview,
  signal?: AbortSignal,
): Promise<void> {
  // A partner's own allocation is not told to it; the API itself will refuse what is too much.
  if (order.partnerId === null || order.allocatedBytes === 0) return;
  const [partner, accounts] = await Promise.all([
    getPartner(client, order.partnerId, signal),
    accountsOf(client, order.partnerId, signal),
  ]);
  const given = accounts.items.map(({ allocatedBytes }) => allocatedBytes.value);
  const whole = partner.allocatedBytes.value;
  const isCounted = accounts.notUnderstood === 0 && !given.includes(undefined);
  if (whole === undefined || !isCounted) {
    preview.unchecked.push("capacity");
    return;
  }
  if (whole === 0) return;
  const left = whole - given.reduce<number>((sum, bytes) => sum + (bytes ?? 0), 0);
  preview.left = { beforeBytes: left, afterBytes: left - order.allocatedBytes };
  if (order.allocatedBytes > left && partner.allowsOverdraft.value === false) {
    preview.obstacles.push({ kind: "no-capacity", leftBytes: left, of: "partner" });
  }
}

/** Shrinking below what is stored already; 0 means pay-per-use and limits nothing. */
async function checkUse(
  client: ApiClient,
  order: WriteOrder & { kind: "create-partner" | "change-partner" },
  preview: WritePreview,
  nowMs: number,
  signal?: AbortSignal,
): Promise<void> {
  if (order.kind === "create-partner" || !order.allocatedBytes) return;
  const before = preview.before?.allocatedBytes;
  if (before !== undefined && before !== 0 && order.allocatedBytes >= before) return;
  const { items, notUnderstood } = await usagesOf(
    client,
    order.partnerId,
    lastDays(USE_DAYS, nowMs),
    signal,
  );
  const used = items.map(latestOfAccount);
  if (notUnderstood > 0 || used.includes(null)) preview.unchecked.push("use");
  const total = used.reduce((sum, bytes) => sum + BigInt(bytes ?? 0), 0n);
  if (BigInt(order.allocatedBytes) < total) {
    preview.obstacles.push({ kind: "shrinks-below-use", usedBytes: String(total) });
  }
}
