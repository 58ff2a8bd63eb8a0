import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { carryOut, type WriteDecision } from "../../../../lib/tasks/writing/carry-out";
import {
  addToJournal,
  type JournalEntry,
  readJournal,
} from "../../../../lib/tasks/writing/journal";
import { previewWrite } from "../../../../lib/tasks/writing/preview-write";
import { putBackOrder } from "../../../../lib/tasks/writing/put-back";
import { resolveWrites } from "../../../../lib/tasks/writing/resolve-writes";
import { putWriteMode, readWriteMode } from "../../../../lib/tasks/writing/write-mode";
import type { WriteOrder, WriteSecrets } from "../../../../lib/tasks/writing/write-order";
import { TERABYTE } from "../../../icmc/state.ts";
import { icmcWorld, NOW_MS } from "../icmc-world";

let world: Awaited<ReturnType<typeof icmcWorld>>;
beforeAll(async () => {
  world = await icmcWorld();
}, 30_000);
afterAll(() => world.close());
beforeEach(() => putWriteMode(world.vault, "writing"));
afterEach(() => world.icmc.control.clearFaults());

const PASSWORD = "Aa1!aaaaaa";
const partner = () => named(world.icmc.state.partners[0]);
const contract = () => named(world.icmc.state.contracts[0]);

function named<T>(one: T | undefined): T {
  if (one === undefined) throw new Error("the seed is too small");
  return one;
}

async function decide(
  order: WriteOrder,
  more: Partial<WriteDecision> = {},
): Promise<WriteDecision> {
  const kind = more.keyId === world.partnerKeyId ? "partner" : "distributor";
  const { before } = await previewWrite(world.client(kind), order, NOW_MS);
  return {
    id: crypto.randomUUID(),
    order,
    seen: before,
    acceptsShrinking: false,
    keyId: world.keyId,
    subject: "subject",
    place: null,
    putsBack: null,
    ...more,
  };
}

async function write(
  order: WriteOrder,
  more: Partial<WriteDecision> = {},
  secrets: WriteSecrets = {},
): Promise<JournalEntry> {
  return carryOut(world.vault, await decide(order, more), secrets, world.network);
}

const resize = (allocatedBytes: number): WriteOrder => ({
  kind: "change-partner",
  partnerId: partner().id,
  allocatedBytes,
});
const sent = (operation: string) => world.icmc.control.count(operation);

describe("a write", () => {
  it("is done once, and recorded with before and after", async () => {
    const before = partner().allocatedCapacity;
    const entry = await write(resize(before + TERABYTE));

    expect(entry).toMatchObject({
      outcome: "done",
      before: { allocatedBytes: before },
      after: { allocatedBytes: before + TERABYTE },
    });
    expect(partner().allocatedCapacity).toBe(before + TERABYTE);
    expect((await readJournal(world.vault))[0]).toEqual(entry);
  });

  it("is put back from the journal", async () => {
    const before = partner().allocatedCapacity;
    const entry = await write(resize(before + TERABYTE));
    await write(named(putBackOrder(entry) ?? undefined));

    expect(partner().allocatedCapacity).toBe(before);
  });

  it("is one write, however often the same decision arrives", async () => {
    const decision = await decide(resize(partner().allocatedCapacity + TERABYTE));
    world.icmc.control.forgetRequests();
    const entries = await Promise.all([
      carryOut(world.vault, decision, {}, world.network),
      carryOut(world.vault, decision, {}, world.network),
    ]);
    await carryOut(world.vault, decision, {}, world.network);

    expect(sent("PUT /partner/{partnerID}")).toBe(1);
    expect(entries[0]).toEqual(entries[1]);
  });

  it("whose answer is lost is found done by reading, and never sent again", async () => {
    const decision = await decide(resize(partner().allocatedCapacity + TERABYTE));
    world.icmc.control.forgetRequests();
    world.icmc.control.fault({ kind: "lost" }, { scope: "PUT /partner/{partnerID}" });
    const entry = await carryOut(world.vault, decision, {}, world.network);

    expect(entry).toMatchObject({ outcome: "done", isRead: true });
    expect(sent("PUT /partner/{partnerID}")).toBe(1);
  });

  it("that never arrived is told apart: when read again, nothing had changed", async () => {
    const decision = await decide(resize(partner().allocatedCapacity + TERABYTE));
    world.icmc.control.forgetRequests();
    world.icmc.control.fault({ kind: "reset" }, { scope: "PUT /partner/{partnerID}" });
    const entry = await carryOut(world.vault, decision, {}, world.network);

    expect(entry).toMatchObject({ outcome: "not-seen", isRead: true });
    expect(sent("PUT /partner/{partnerID}")).toBe(1);
  });

  it("recognises a partner it created though the answer was lost", async () => {
    const order: WriteOrder = {
      kind: "create-partner",
      contractId: contract().id,
      name: "Lost and found",
      allocatedBytes: TERABYTE,
      allowsOverdraft: false,
    };
    const decision = await decide(order);
    world.icmc.control.fault({ kind: "lost" }, { scope: "POST /partner" });
    const entry = await carryOut(world.vault, decision, {}, world.network);
    const created = world.icmc.state.partners.filter(({ name }) => name === "Lost and found");

    expect(created).toHaveLength(1);
    expect(entry).toMatchObject({ outcome: "done", objectId: created[0]?.id });
  });

  it("that the API refuses changed nothing, and its words are kept", async () => {
    const decision = await decide(resize(partner().allocatedCapacity + TERABYTE));
    world.icmc.control.fault(
      { kind: "status", status: 400, message: "no such luck" },
      { scope: "PUT /partner/{partnerID}" },
    );
    const entry = await carryOut(world.vault, decision, {}, world.network);

    expect(entry).toMatchObject({ outcome: "refused", failure: { apiMessage: "no such luck" } });
  });

  it("is not sent when the object was changed by somebody else in the meantime", async () => {
    const decision = await decide(resize(partner().allocatedCapacity + TERABYTE));
    partner().name = `${partner().name} KG`;
    world.icmc.control.forgetRequests();

    await expect(carryOut(world.vault, decision, {}, world.network)).rejects.toMatchObject({
      name: "ChangedMeanwhileError",
    });
    expect(sent("PUT /partner/{partnerID}")).toBe(0);
  });

  it("is not sent while read-only mode is on, and switches it off when nobody ever decided", async () => {
    const decision = await decide(resize(partner().allocatedCapacity + TERABYTE));
    await putWriteMode(world.vault, "read-only");
    await expect(carryOut(world.vault, decision, {}, world.network)).rejects.toMatchObject({
      name: "ReadOnlyModeError",
    });
    await putWriteMode(world.vault, "careful");
    await carryOut(world.vault, decision, {}, world.network);

    expect(await readWriteMode(world.vault)).toBe("writing");
  });

  it("beyond what the contract has left is not sent", async () => {
    world.icmc.control.forgetRequests();
    await expect(write(resize(contract().reservedCapacity * 2))).rejects.toMatchObject({
      name: "WriteObstacleError",
      field: "no-capacity",
    });
    expect(sent("PUT /partner/{partnerID}")).toBe(0);
  });

  it("below what is stored needs a second confirmation", async () => {
    const shrunk = resize(TERABYTE);
    await expect(write(shrunk)).rejects.toMatchObject({ field: "shrinks-below-use" });
    const entry = await write(shrunk, { acceptsShrinking: true });

    // The API has a word in it too: accounts hold more than that.
    expect(entry.outcome).toBe("refused");
  });

  it("left over by a dead worker is resolved by reading, and never sent again", async () => {
    const done = await write(resize(partner().allocatedCapacity + TERABYTE));
    const left: JournalEntry = {
      ...done,
      id: crypto.randomUUID(),
      outcome: "sending",
      settledAt: null,
    };
    await addToJournal(world.vault, left);
    world.icmc.control.forgetRequests();

    expect(await resolveWrites(world.vault, world.network)).toBe(0);
    const entry = (await readJournal(world.vault)).find(({ id }) => id === left.id);
    expect(entry).toMatchObject({ outcome: "done", isRead: true });
    expect(sent("PUT /partner/{partnerID}")).toBe(0);
  });

  it("stays open while the object cannot be read, and is found later", async () => {
    const decision = await decide(resize(partner().allocatedCapacity + TERABYTE));
    world.icmc.control.fault({ kind: "lost" }, { scope: "PUT /partner/{partnerID}", times: 1 });
    const answered = carryOut(
      world.vault,
      decision,
      {},
      {
        ...world.network,
        fetch: async (request) => {
          const answer = await world.network.fetch(request).catch((error: unknown) => {
            // From here on the API is down.
            world.icmc.control.fault({ kind: "reset" });
            throw error;
          });
          return answer;
        },
      },
    );
    expect((await answered).outcome).toBe("unknown");
    world.icmc.control.clearFaults();
    await resolveWrites(world.vault, world.network);

    const entry = (await readJournal(world.vault)).find(({ id }) => id === decision.id);
    expect(entry).toMatchObject({ outcome: "done", isRead: true });
  });
});

describe("every kind of write", () => {
  it("creates a partner, a member and a storage account, and takes them away again", async () => {
    const made = await write({
      kind: "create-partner",
      contractId: contract().id,
      name: "Neuland",
      allocatedBytes: 2 * TERABYTE,
      allowsOverdraft: true,
    });
    const partnerId = named(made.objectId ?? undefined);
    const member = await write(
      { kind: "create-member", partnerId, email: "a@neuland.example", role: "viewer", name: "A" },
      {},
      { password: PASSWORD },
    );
    const account = await write(
      {
        kind: "create-account",
        partnerId,
        name: "Ablage",
        contactEmail: "b@neuland.example",
        allocatedBytes: 0,
        allowsOverdraft: false,
      },
      {},
      { password: PASSWORD },
    );
    expect([made.outcome, member.outcome, account.outcome]).toEqual(["done", "done", "done"]);

    const storageAccountId = named(account.objectId ?? undefined);
    const scheduled = await write({ kind: "schedule-deletion", partnerId, storageAccountId });
    expect(scheduled).toMatchObject({ outcome: "done" });
    expect(Date.parse(scheduled.after?.deletion ?? "")).toBe(NOW_MS + 30 * 86_400_000);
    expect(await write({ kind: "cancel-deletion", partnerId, storageAccountId })).toMatchObject({
      outcome: "done",
      after: { deletion: null },
    });
    const memberId = named(member.objectId ?? undefined);
    expect((await write({ kind: "remove-member", partnerId, memberId })).outcome).toBe("done");
    await expect(write({ kind: "delete-partner", partnerId })).rejects.toMatchObject({
      field: "not-empty",
    });
    world.icmc.state.accounts = world.icmc.state.accounts.filter(
      (one) => one.clientAccountId !== storageAccountId,
    );
    expect((await write({ kind: "delete-partner", partnerId })).outcome).toBe("done");
  });

  it("does the same for a channel partner's own storage accounts", async () => {
    const own = { keyId: world.partnerKeyId };
    const account = await write(
      {
        kind: "create-account",
        partnerId: null,
        name: "Eigenes",
        contactEmail: "c@eigen.example",
        allocatedBytes: 0,
        allowsOverdraft: true,
      },
      own,
      { password: PASSWORD },
    );
    const storageAccountId = named(account.objectId ?? undefined);
    const target = { partnerId: null, storageAccountId };
    const scheduled = await write({ kind: "schedule-deletion", ...target }, own);
    const cancelled = await write({ kind: "cancel-deletion", ...target }, own);

    expect([account, scheduled, cancelled].map(({ outcome }) => outcome)).toEqual([
      "done",
      "done",
      "done",
    ]);
  });

  it("never writes a password into the journal", async () => {
    expect(JSON.stringify(await readJournal(world.vault))).not.toContain(PASSWORD);
  });

  it("keeps more writes than one volume of the journal holds, newest first", async () => {
    const [last] = await readJournal(world.vault);
    const before = (await readJournal(world.vault)).length;
    for (let at = 0; at < 45; at++) {
      await addToJournal(world.vault, { ...named(last), id: `many ${at}` });
    }
    const all = await readJournal(world.vault);
    expect(all).toHaveLength(before + 45);
    expect(all[0]?.id).toBe("many 44");
  });
});
