import { beforeAll, describe, expect, it } from "vitest";
import type { JustOpened } from "../../../lib/vault/just-opened";
import { keyIndexReadAhead, readKeyIndexAhead } from "../../../lib/vault/key-index";
import { readAhead } from "../../../lib/vault/read-ahead";
import { createVault } from "../../../lib/vault/vault";
import type { Vault } from "../../../lib/vault/vault-api";
import type { VaultDb } from "../../../lib/vault/vault-db";
import { VaultGate } from "../../../lib/vault/vault-gate";
import { lockedVault } from "./locked-vault";
import { captureOf, type Disk, factsOf, PASSPHRASE, placeFrom } from "./place";

const PROOF = { kind: "passphrase", passphrase: PASSPHRASE } as const;
const COUNT = 25;
let locked: Disk;

beforeAll(async () => {
  locked = await lockedVault(COUNT);
});

/** A view, another context that unlocks, and a way to take the view's database away. */
async function viewAndOther() {
  const place = await placeFrom(locked);
  const { session, second, lines, clock } = place;
  let isGone = false;
  const db = new Proxy(place.db, {
    get(target, name) {
      if (isGone) throw new Error(`${String(name)} of the database was asked for`);
      const found = Reflect.get(target, name, target) as unknown;
      return typeof found === "function" ? found.bind(target) : found;
    },
  }) as VaultDb;
  const gate = new VaultGate({
    db,
    session,
    second,
    keyLine: lines.line(),
    now: () => clock.nowMs,
  });
  return {
    gate,
    view: createVault({ ...gate.place }, gate),
    other: place.open(),
    takeDatabase: () => {
      isGone = true;
    },
    loseAnchor: () => place.second.anchor.entries.clear(),
  };
}

/** What the views are told, in the order in which they are. */
async function unlocked(vault: Vault): Promise<(JustOpened | undefined)[]> {
  const told: (JustOpened | undefined)[] = [];
  await vault.unlockWith(PROOF, { onReadable: (opened) => told.push(opened) });
  return told;
}

/** What a view that was told so early, at that moment, does with it. */
async function unlockedWhile(vault: Vault, opening: (told: JustOpened) => Promise<void>) {
  const done: Promise<void>[] = [];
  await vault.unlockWith(PROOF, { onOpening: (told) => done.push(opening(told)) });
  await Promise.all(done);
  expect(done).toHaveLength(1);
}

async function onlyOne(vault: Vault): Promise<JustOpened> {
  const [opened] = await unlocked(vault);
  if (!opened) throw new Error("nothing was told");
  return opened;
}

describe("what an unlock tells", () => {
  it("lets a view that read ahead show the vault without another look at the disk", async () => {
    const { gate, view, other, takeDatabase } = await viewAndOther();
    await readAhead(gate);
    const opened = await onlyOne(other);
    takeDatabase();

    gate.hear(opened);

    expect(await view.state()).toBe("open");
    expect(await view.heldTokens()).toEqual([]);
    expect(await view.keys()).toHaveLength(COUNT);
    expect(await view.document("settings", "preferences")).toEqual({ keyInUse: "one" });
  });

  it("opens nothing in a view once the vault is locked again", async () => {
    const { gate, view, other } = await viewAndOther();
    await readAhead(gate);
    const opened = await onlyOne(other);
    await other.lock();

    gate.hear(opened);

    expect(await view.state()).toBe("locked");
    await expect(view.keys()).rejects.toMatchObject({ name: "VaultLockedError" });
  });

  it("is of no use for another session than its own", async () => {
    const { gate, view, other } = await viewAndOther();
    await readAhead(gate);
    const before = await onlyOne(other);
    await other.addKey("later secret", factsOf("later"));
    await other.lock();
    await unlocked(other);

    gate.hear(before);

    expect((await view.keys()).map(({ description }) => description)).toContain("later");
  });

  it("has the vault looked up where that was changed since it was read ahead", async () => {
    const { gate, view, other } = await viewAndOther();
    await readAhead(gate);
    await unlocked(other);
    await other.addKey("later secret", factsOf("later"));
    await other.lock();

    gate.hear(await onlyOne(other));

    expect((await view.keys()).map(({ description }) => description)).toContain("later");
  });

  it("hides no change from what is read once it counts no more", async () => {
    const { gate, view, other } = await viewAndOther();
    await readAhead(gate);
    gate.hear(await onlyOne(other));
    await view.keys();
    gate.hear(null);
    await other.putDocument("settings", "preferences", { keyInUse: "two" });

    expect(await view.document("settings", "preferences")).toEqual({ keyInUse: "two" });
  });

  it("lets a view believe no manifest that was altered before it was read ahead", async () => {
    const { gate, view, other } = await viewAndOther();
    await readAhead(gate);
    const row = gate.manifestAhead;
    if (!row) throw new Error("nothing was read ahead");
    gate.manifestAhead = { ...row, clear: row.clear.replace('"due":null', '"due":3600000') };

    gate.hear(await onlyOne(other));

    expect(await view.state()).toBe("damaged");
  });

  it("holds no key where the key may be kept nowhere", async () => {
    const { other } = await viewAndOther();
    await unlocked(other);
    await other.setStrict(true);

    expect(await unlocked(other)).toEqual([undefined]);
  });

  it("is nothing where a token waited, for that is a key a moment later", async () => {
    const { other } = await viewAndOther();
    const capture = captureOf("captured while locked");
    await other.hold(capture);
    await other.saveHeld(capture.captureId);

    expect(await unlocked(other)).toEqual([undefined]);
  });
});

describe("the word that the vault is opening", () => {
  it("has the list opened in a view before that can read", async () => {
    const { gate, view, other, takeDatabase } = await viewAndOther();
    await readAhead(gate);
    takeDatabase();
    const seen: boolean[] = [];

    await unlockedWhile(other, async (told) => {
      gate.hear(told);
      seen.push(await view.isUnlocked());
      await readKeyIndexAhead(gate);
    });
    // Whatever of the list is not open by now would have to be looked up here.
    gate.ahead.clear();

    expect(seen).toEqual([false]);
    expect(await keyIndexReadAhead(gate)).toMatchObject({ indexed: { length: COUNT } });
    expect(await view.keys()).toHaveLength(COUNT);
  });

  it("is forgotten with what was opened for it where nothing more is heard of that unlock", async () => {
    const { gate, view, other } = await viewAndOther();
    await readAhead(gate);
    await unlockedWhile(other, async (told) => {
      gate.hear(told);
      await readKeyIndexAhead(gate);
    });
    await other.addKey("later secret", factsOf("later"));
    gate.hear(null);

    expect(keyIndexReadAhead(gate)).toBeUndefined();
    expect((await view.keys()).map(({ description }) => description)).toContain("later");
  });

  it("opens nothing where that session is over before it was read", async () => {
    const { gate, view, other } = await viewAndOther();
    await readAhead(gate);
    await unlockedWhile(other, async (told) => gate.hear(told));
    await readKeyIndexAhead(gate);
    await other.lock();

    expect(await view.state()).toBe("locked");
    await expect(view.keys()).rejects.toMatchObject({ name: "VaultLockedError" });
  });

  it("hides no key of a vault that was changed since it was read ahead", async () => {
    const { gate, view, other } = await viewAndOther();
    await readAhead(gate);
    await other.unlock(PASSPHRASE);
    await other.addKey("later secret", factsOf("later"));
    await other.lock();
    const reading: Promise<void>[] = [];

    await other.unlockWith(PROOF, {
      onOpening: (opening) => {
        gate.hear(opening);
        reading.push(readKeyIndexAhead(gate));
      },
      onReadable: (opened) => gate.hear(opened ?? null),
    });
    await Promise.all(reading);

    expect(reading).toHaveLength(1);
    expect((await view.keys()).map(({ description }) => description)).toContain("later");
  });

  it("is not said where the copies have to be compared first", async () => {
    const { other, loseAnchor } = await viewAndOther();
    loseAnchor();
    const said: string[] = [];

    await other.unlockWith(PROOF, {
      onOpening: () => said.push("opening"),
      onReadable: () => said.push("read"),
    });

    expect(said).toEqual(["read"]);
  });
});
