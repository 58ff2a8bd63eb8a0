import { beforeAll, describe, expect, it, vi } from "vitest";
import type { BackupKey } from "../../../lib/vault/backup-file";
import { DuplicateKeyError, NotSavedError } from "../../../lib/vault/errors";
import { fingerprintOf } from "../../../lib/vault/fingerprint";
import type { Row } from "../../../lib/vault/format";
import {
  captureOf,
  type Disk,
  factsOf,
  imageOf,
  newPlace,
  PASSPHRASE,
  type Place,
  placeFrom,
} from "./place";

// Argon2id is slow on purpose, and slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const waiting = captureOf("waiting");
let older: Disk;
let newer: Disk;

beforeAll(async () => {
  const place = await newPlace();
  const vault = place.open();
  await vault.create(PASSPHRASE);
  await vault.addKey("first", factsOf("first"));
  await vault.lock();
  older = await imageOf(place);
  await vault.unlock(PASSPHRASE);
  await vault.addKey("second", factsOf("second"));
  const [first] = await vault.keys();
  await vault.updateKey(first?.id ?? "", { notes: "changed" });
  await vault.hold(waiting);
  await vault.lock();
  newer = await imageOf(place);
});

async function opened(disk: Disk) {
  const place = await placeFrom(disk);
  const vault = place.open();
  expect(await vault.unlock(PASSPHRASE)).toBe(true);
  return { place, vault };
}

async function expectAllThere(place: Place): Promise<void> {
  const vault = place.open();
  expect(await vault.state()).toBe("open");
  expect(await vault.damagedRows()).toEqual([]);
  const keys = await vault.keys();
  expect(keys.map(({ description }) => description).sort()).toEqual(["first", "second"]);
  expect(await Promise.all(keys.map(({ id }) => vault.token(id)))).toHaveLength(2);
  expect(await vault.heldTokens()).toMatchObject([{ description: "waiting" }]);
  expect((await vault.health()).copies).toBe("agree");
}

const isRecord = (row: unknown) => (row as Row).kind === "record";

describe("what the API answered", () => {
  it("is kept while the second copy of it is on its way, and its owner is told that both agree", async () => {
    const { place, vault } = await opened(newer);
    let letGo = () => {};
    const mayGoOn = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const write = place.second.mirror.set.bind(place.second.mirror);
    place.second.mirror.set = async (entries) => {
      await mayGoOn;
      return write(entries);
    };

    await vault.putDocument("snapshot", "answer", { of: "today" });

    expect(await place.open().document("snapshot", "answer")).toEqual({ of: "today" });
    const health = vault.health();
    letGo();
    expect((await health).copies).toBe("agree");
    await expectAllThere(place);
  });

  it("does not let a key be called saved before that stands in both copies", async () => {
    const { place, vault } = await opened(newer);
    await vault.putDocument("snapshot", "answer", { of: "today" });
    await vault.addKey("third", factsOf("third"));

    const copied = [...place.second.mirror.entries.values()].filter(isRecord);

    expect(copied).toHaveLength(6);
  });
});

describe("the second copy", () => {
  it("is equal to the first after every change, with nothing in it that the first has not", async () => {
    const { place, vault } = await opened(newer);
    expect((await vault.health()).copies).toBe("agree");
    expect(await vault.mend()).toEqual([]);
    const names = [...place.second.mirror.entries.keys()];
    expect(names).toHaveLength((await place.db.count("rows")) + (await place.db.count("inbox")));
  });

  it("gives back rows that the first has lost or altered", async () => {
    const rows = newer.rows.filter((row) => !isRecord(row) || (row as Row).part !== 1);
    const { place, vault } = await opened({ ...newer, rows });
    expect(await vault.mend()).toEqual([{ kind: "first-repaired", rows: 2 }]);
    await expectAllThere(place);
  });

  it("gives back the whole vault when the first copy is empty", async () => {
    const place = await placeFrom({ ...newer, rows: [], inbox: [] });
    expect(await place.open().state()).toBe("locked");
    const vault = place.open();
    expect(await vault.unlock(PASSPHRASE)).toBe(true);
    expect((await vault.health()).findings).toMatchObject([{ kind: "first-lost" }]);
    await expectAllThere(place);
  });

  it("gives back a slot without which nobody could unlock", async () => {
    const rows = newer.rows.filter((row) => (row as Row).kind !== "slot");
    const { place, vault } = await opened({ ...newer, rows });
    await vault.mend();
    await expectAllThere(place);
  });

  it("gives back a list that cannot be trusted any more", async () => {
    const rows = structuredClone(newer.rows) as Row[];
    for (const row of rows) if (row.kind === "manifest") row.ciphertext = new Uint8Array(32);
    const { place } = await opened({ ...newer, rows });
    await expectAllThere(place);
  });

  it("gives back a waiting token", async () => {
    const { place, vault } = await opened({ ...newer, inbox: [] });
    await vault.mend();
    await expectAllThere(place);
  });

  it("is made anew when it is gone, and the person is told", async () => {
    const { place, vault } = await opened({ ...newer, mirror: [] });
    await vault.mend();
    await expectAllThere(place);
  });

  it("is needed before a key is called saved, and follows later", async () => {
    const { place, vault } = await opened(newer);
    place.second.mirror.isFull = true;
    await expect(vault.addKey("third", factsOf("third"))).rejects.toThrow(NotSavedError);
    expect((await vault.health()).copies).toBe("behind");
    place.second.mirror.isFull = false;
    await expect(vault.addKey("third", factsOf("third"))).rejects.toThrow(DuplicateKeyError);
    expect((await vault.health()).copies).toBe("agree");
    await vault.addKey("fourth", factsOf("fourth"));
    expect((await vault.health()).copies).toBe("agree");
  });

  it("is needed before a captured token is called held or saved, however often it is sent", async () => {
    const { place, vault } = await opened(newer);
    const capture = captureOf("captured");
    place.second.mirror.isFull = true;
    await expect(vault.hold(capture)).rejects.toThrow(NotSavedError);
    await expect(vault.hold(capture)).rejects.toThrow(NotSavedError);
    place.second.mirror.isFull = false;
    expect(await vault.hold(capture)).toBe("held");
    place.second.mirror.isFull = true;
    await expect(vault.saveHeld(capture.captureId)).rejects.toThrow(NotSavedError);
    await expect(vault.saveHeld(capture.captureId)).rejects.toThrow(NotSavedError);
    await expect(vault.hold(capture)).rejects.toThrow(NotSavedError);
    place.second.mirror.isFull = false;
    await vault.saveHeld(capture.captureId);
    expect(await vault.hold(capture)).toBe("saved");
    expect((await vault.keys()).filter(({ id }) => id === capture.captureId)).toHaveLength(1);
    expect((await vault.health()).copies).toBe("agree");
  });

  it("is needed before a token is called saved whose key stands in the first copy alone", async () => {
    const { place, vault } = await opened(newer);
    const capture = captureOf("captured", "token of third");
    place.second.mirror.isFull = true;
    await expect(vault.addKey(capture.token, factsOf("third"))).rejects.toThrow(NotSavedError);
    place.second.mirror.isFull = false;
    expect(await vault.hold(capture)).toBe("held");
    place.second.mirror.isFull = true;
    await expect(vault.saveWaiting(capture.captureId, "third")).rejects.toThrow(NotSavedError);
  });

  it("names exactly what both copies have lost", async () => {
    const lost = newer.rows.find(isRecord) as Row;
    const isLost = (name: string) => name.includes(lost.id);
    const { vault } = await opened({
      ...newer,
      rows: newer.rows.filter((row) => (row as Row).id !== lost.id),
      mirror: newer.mirror?.filter(([name]) => !isLost(name)) ?? [],
    });
    await vault.mend();
    expect(await vault.damagedRows()).toEqual([lost.id]);
    expect((await vault.keys()).length).toBe(1);
  });
});

describe("a comparison of the copies", () => {
  it("keeps no save waiting", async () => {
    const { place, vault } = await opened(newer);
    const goOn = holdReading(place);

    const mending = vault.mend();
    await vault.addKey("third", factsOf("third"));
    await vault.hold(captureOf("captured"));

    goOn();
    expect(await mending).toEqual([]);
    expect((await vault.keys()).length).toBe(3);
    expect(await vault.damagedRows()).toEqual([]);
    expect((await vault.health()).copies).toBe("agree");
  });

  it("puts right what is damaged though somebody saves, changes and removes meanwhile", async () => {
    const { place, vault } = await opened(newer);
    const kept = (await vault.keys()).find(({ description }) => description === "first");
    const other = await vault.addKey("other", factsOf("other"));
    await place.db.delete("rows", ["record", 1, kept?.id ?? ""]);
    await place.db.delete("rows", ["record", 2, other.id]);
    const goOn = holdReading(place);

    const mending = vault.mend();
    const third = await vault.addKey("third", factsOf("third"));
    await vault.updateKey(third.id, { notes: "changed" });
    await vault.removeKey(other.id);

    goOn();
    expect(await mending).toEqual([{ kind: "first-repaired", rows: 1 }]);
    expect(await vault.damagedRows()).toEqual([]);
    expect((await place.open().keys()).map(({ notes }) => notes).sort()).toEqual([
      "",
      "changed",
      "changed",
    ]);
    expect(await vault.mend()).toEqual([]);
    const names = [...place.second.mirror.entries.keys()];
    expect(names).toHaveLength((await place.db.count("rows")) + (await place.db.count("inbox")));
  });

  it("goes no further when the vault is locked", async () => {
    const { place, vault } = await opened(newer);
    // Of such letters a row holds the fewest.
    for (const name of ["one", "two", "three"])
      await vault.putDocument("settings", name, "漢".repeat(1_200_000));
    const goOn = holdReading(place);
    const looking = vi.spyOn(place.second.mirror, "get");
    const portions = () => looking.mock.calls.filter(([names]) => names.length > 50).length;

    const mending = vault.mend();
    await vi.waitFor(() => expect(portions()).toBe(1));
    await vault.lock();
    goOn();

    expect(await mending).toEqual([]);
    expect(portions()).toBe(1);
    expect(await vault.unlock(PASSPHRASE)).toBe(true);
    const before = portions();
    expect(await vault.mend()).toEqual([]);
    expect(portions() - before).toBeGreaterThan(2);
  }, 60_000);

  it("puts right what the second alone has altered, lost or too much of", async () => {
    const { place, vault } = await opened(newer);
    const { entries } = place.second.mirror;
    const [altered = "", lost = ""] = [...entries.keys()].filter((name) =>
      name.includes("rows/record/"),
    );
    const before = structuredClone([...entries].sort());
    entries.set(altered, { ...(entries.get(altered) as object), revision: 7 });
    entries.set(lost.replace(/[0-9a-f]{12}$/, "000000000000"), entries.get(lost));
    entries.delete(lost);

    expect(await vault.mend()).toEqual([{ kind: "second-repaired", rows: 2 }]);

    expect([...entries].sort()).toEqual(before);
  });

  it("takes nothing for well that both have altered in the same way", async () => {
    const { place, vault } = await opened(newer);
    const row = newer.rows.find(isRecord) as Row;
    const { kind, part, id } = row;
    await place.db.put("rows", { ...row, generation: row.generation + 1 });
    const name = `vault-mirror/rows/${kind}/${part}/${id}`;
    const entry = place.second.mirror.entries.get(name) as Row;
    place.second.mirror.entries.set(name, { ...entry, generation: row.generation + 1 });

    expect(await vault.mend()).toEqual([]);

    expect(await vault.damagedRows()).toEqual([id]);
  });

  it("never takes what a new vault key has sealed for damaged", async () => {
    const { place, vault } = await opened(newer);
    const { entries } = place.second.mirror;
    const [altered = ""] = [...entries.keys()].filter((name) => name.includes("rows/record/"));
    entries.set(altered, { ...(entries.get(altered) as object), revision: 7 });
    let letIn = () => {};
    const inside = place.second.exclusively(
      () =>
        new Promise<void>((resolve) => {
          letIn = resolve;
        }),
    );
    const queue = vi.spyOn(place.second, "exclusively");

    const mending = vault.mend();
    await vi.waitFor(() => expect(queue).toHaveBeenCalledTimes(1), { timeout: 10_000 });
    const renewing = vault.renewVaultKey(
      { kind: "passphrase", passphrase: PASSPHRASE },
      "another harbor cactus 92 mongoose",
    );
    await vi.waitFor(() => expect(queue).toHaveBeenCalledTimes(2), { timeout: 30_000 });
    letIn();
    await Promise.all([inside, mending, renewing]);

    await vault.lock();
    expect(await vault.unlock(PASSPHRASE)).toBe(false);
    expect(await vault.unlock("another harbor cactus 92 mongoose")).toBe(true);
    expect(await vault.damagedRows()).toEqual([]);
    expect((await vault.keys()).map(({ description }) => description).sort()).toEqual([
      "first",
      "second",
    ]);
  });

  it("goes through more rows than it reads at once", async () => {
    const { place, vault } = await opened(newer);
    await vault.importKeys(await manyKeys(300));
    const records = (await place.db.getAllKeys("rows")).filter(([kind]) => kind === "record");
    const lost = records.filter((_, at) => at % 100 === 0);
    for (const key of lost) await place.db.delete("rows", key);

    expect(await vault.mend()).toEqual([{ kind: "first-repaired", rows: lost.length }]);

    expect(await vault.damagedRows()).toEqual([]);
    expect((await vault.keys()).length).toBe(302);
  });
});

describe("an older copy put back", () => {
  it("as the first alone is replaced by the second, and told", async () => {
    const { place, vault } = await opened({ ...newer, rows: older.rows, inbox: older.inbox });
    expect((await vault.health()).findings).toMatchObject([{ kind: "first-older" }]);
    await expectAllThere(place);
  });

  it("as the second alone is replaced by the first, and told", async () => {
    const { place, vault } = await opened({ ...newer, mirror: older.mirror ?? [] });
    expect((await vault.health()).findings).toMatchObject([{ kind: "second-older" }]);
    await expectAllThere(place);
  });

  it("as both is read-only until the person decides", async () => {
    const { rows, inbox, mirror = [] } = older;
    const { place, vault } = await opened({ ...newer, rows, inbox, mirror });
    expect(await vault.state()).toBe("older");
    expect(await place.open().state()).toBe("older");
    const [key] = await vault.keys();
    expect(await vault.token(key?.id ?? "")).toBe("first");
    await expect(vault.addKey("x", factsOf("x"))).rejects.toMatchObject({ name: "OlderCopyError" });
    expect(await vault.hold(captureOf("seen meanwhile"))).toBe("held");

    await vault.goOnWithOlder();

    expect(await vault.state()).toBe("open");
    await vault.addKey("x", factsOf("x"));
    expect((await vault.health()).copies).toBe("agree");
    await vault.lock();
    await vault.unlock(PASSPHRASE);
    expect(await vault.state()).toBe("open");
  });

  it("that went on by as many changes as the lost one is noticed too", async () => {
    const fork = await opened(older);
    for (let at = 0; at < 2; at++) await fork.vault.addKey(`fork ${at}`, factsOf("fork"));
    await fork.vault.lock();
    const { rows, inbox, mirror = [] } = await imageOf(fork.place);
    const { vault } = await opened({ ...newer, rows, inbox, mirror });
    expect(await vault.state()).toBe("older");
  });
});

describe("a vault that vanished", () => {
  it("is never replaced by a fresh start", async () => {
    const place = await placeFrom({ ...newer, rows: [], inbox: [], mirror: [] });
    const vault = place.open();
    expect(await vault.state()).toBe("gone");
    await expect(vault.create(PASSPHRASE)).rejects.toMatchObject({ name: "VaultExistsError" });
    expect(await vault.state()).toBe("gone");
  });

  it("may be replaced by the person's own decision", async () => {
    const place = await placeFrom({ ...newer, rows: [], inbox: [], mirror: [] });
    const vault = place.open();
    await vault.create(PASSPHRASE, true);
    expect(await vault.state()).toBe("open");
    await vault.lock();
    await vault.unlock(PASSPHRASE);
    expect(await vault.state()).toBe("open");
  });
});

describe("a second place that cannot even be read", () => {
  it("keeps nobody from unlocking and using the keys, and calls nothing saved", async () => {
    const { place, vault } = await opened(newer);
    const broken = async () => Promise.reject(new Error("corruption"));
    Object.assign(place.second.anchor, { get: broken, names: broken, set: broken });
    Object.assign(place.second.mirror, { get: broken, names: broken, set: broken });
    await expect(vault.addKey("third", factsOf("third"))).rejects.toThrow(NotSavedError);
    await vault.lock();
    expect(await vault.unlock(PASSPHRASE)).toBe(true);
    expect((await vault.keys()).length).toBe(3);
    expect((await vault.health()).copies).toBe("missing");
  });
});

/** Whoever reads the second copy waits until the returned function is called. */
function holdReading({ second: { mirror } }: Place): () => void {
  let goOn = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const get = mirror.get.bind(mirror);
  mirror.get = async (names) => {
    await held;
    return get(names);
  };
  return goOn;
}

function manyKeys(count: number): Promise<BackupKey[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, at): Promise<BackupKey> => {
      const token = `token ${at}`;
      const fingerprint = await fingerprintOf(token);
      return { ...factsOf(`key ${at}`), id: crypto.randomUUID(), token, fingerprint };
    }),
  );
}
