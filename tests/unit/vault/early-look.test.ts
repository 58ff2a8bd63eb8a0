import { beforeAll, describe, expect, it } from "vitest";
import { MANIFEST_KEY } from "../../../lib/vault/manifest";
import { readAhead } from "../../../lib/vault/read-ahead";
import { createVault } from "../../../lib/vault/vault";
import { VaultGate } from "../../../lib/vault/vault-gate";
import { lockedVault } from "./locked-vault";
import { captureOf, type Disk, factsOf, imageOf, PASSPHRASE, placeFrom } from "./place";

const PROOF = { kind: "passphrase", passphrase: PASSPHRASE } as const;
const COUNT = 25;
let locked: Disk;

beforeAll(async () => {
  locked = await lockedVault(COUNT);
});

/** A view that reads ahead, and another context that changes the vault. */
async function viewAndOther() {
  const place = await placeFrom(locked);
  const { db, session, second, lines, clock } = place;
  const gate = new VaultGate({
    db,
    session,
    second,
    keyLine: lines.line(),
    now: () => clock.nowMs,
  });
  const view = createVault({ ...gate.place }, gate);
  return { place, gate, view, other: place.open() };
}

describe("an unlock that was read ahead for", () => {
  it("opens what was read", async () => {
    const { other } = await viewAndOther();
    await other.getReady();

    expect(await other.unlock(PASSPHRASE)).toBe(true);

    expect(await other.state()).toBe("open");
    expect(await other.keys()).toHaveLength(COUNT);
    expect(await other.findings()).toEqual([]);
  });

  it("opens the vault as another context changed it meanwhile, and lasts as long as chosen there", async () => {
    const { place, other } = await viewAndOther();
    const early = place.open();
    await early.getReady();
    await other.unlock(PASSPHRASE);
    await other.addKey("later secret", factsOf("later"));
    await other.setAutoLockMinutes(60);
    await other.lock();

    await early.unlock(PASSPHRASE);

    expect(await early.state()).toBe("open");
    expect((await early.keys()).map(({ description }) => description)).toContain("later");
    expect(await early.lockWhenDue()).toBe(place.clock.nowMs + 60 * 60_000);
  });

  it("still notices that an older copy of the vault was put back meanwhile", async () => {
    const { place, other } = await viewAndOther();
    const before = await imageOf(place);
    await other.unlock(PASSPHRASE);
    await other.addKey("later secret", factsOf("later"));
    await other.lock();
    const anchor = [...place.second.anchor.entries];
    const rolledBack = await placeFrom({ ...before, anchor });
    const early = rolledBack.open();
    await early.getReady();

    await early.unlock(PASSPHRASE);

    expect(await early.state()).toBe("older");
  });

  it("does not open by a passphrase that was replaced meanwhile, and opens by the new one", async () => {
    const { place, other } = await viewAndOther();
    const early = place.open();
    await early.getReady();
    await other.unlock(PASSPHRASE);
    await other.changePassphrase(PROOF, "another passphrase, quite long");
    await other.lock();

    expect(await early.unlock(PASSPHRASE)).toBe(false);
    expect(await early.unlock("another passphrase, quite long")).toBe(true);
    expect(await early.keys()).toHaveLength(COUNT);
  });

  it("takes another try after a wrong passphrase", async () => {
    const { other } = await viewAndOther();
    await other.getReady();

    expect(await other.unlock("not this one, by far")).toBe(false);
    expect(await other.unlock(PASSPHRASE)).toBe(true);
    expect(await other.state()).toBe("open");
  });
});

describe("the word that the vault can be read", () => {
  it("comes before the answer, once, where nothing waits", async () => {
    const { other } = await viewAndOther();
    const said: string[] = [];

    await other.unlockWith(PROOF, { onReadable: () => said.push("read") });
    said.push("answered");

    expect(said).toEqual(["read", "answered"]);
  });

  it("comes when a token that was waiting is a key already", async () => {
    const { place, other } = await viewAndOther();
    const capture = captureOf("captured while locked");
    await other.hold(capture);
    await other.saveHeld(capture.captureId);
    const seen: Promise<string[]>[] = [];
    const look = async () => (await place.open().keys()).map(({ description }) => description);

    await other.unlockWith(PROOF, { onReadable: () => seen.push(look()) });

    expect(seen).toHaveLength(1);
    expect(await seen[0]).toContain("captured while locked");
  });

  it("does not come for a wrong passphrase", async () => {
    const { other } = await viewAndOther();
    const said: string[] = [];

    await other.unlockWith(
      { kind: "passphrase", passphrase: "wrong by far" },
      { onOpening: () => said.push("opening"), onReadable: () => said.push("read") },
    );

    expect(said).toEqual([]);
  });
});

describe("a view that read ahead while the vault was locked", () => {
  it("shows the keys and documents of the vault", async () => {
    const { gate, view, other } = await viewAndOther();
    await readAhead(gate);
    await other.unlock(PASSPHRASE);

    expect(gate.ahead.size).toBeGreaterThan(0);
    expect(await view.keys()).toHaveLength(COUNT);
    expect(await view.document("settings", "preferences")).toEqual({ keyInUse: "one" });
  });

  it("shows documents and keys as they were changed meanwhile", async () => {
    const { gate, view, other } = await viewAndOther();
    await readAhead(gate);
    await other.unlock(PASSPHRASE);
    await other.putDocument("settings", "preferences", { keyInUse: "two" });
    const [first] = await other.keys();
    if (!first) throw new Error("no key");
    await other.updateKey(first.id, { description: "renamed" });

    expect(await view.document("settings", "preferences")).toEqual({ keyInUse: "two" });
    expect((await view.keys()).find(({ id }) => id === first.id)?.description).toBe("renamed");
  });

  it("trusts no row that was altered before it was read", async () => {
    const { place, gate, view, other } = await viewAndOther();
    for (const row of await place.db.getAll(
      "rows",
      IDBKeyRange.bound(["settings"], ["settings", []]),
    )) {
      const ciphertext = row.ciphertext.slice();
      ciphertext[0] = (ciphertext[0] ?? 0) ^ 1;
      await place.db.put("rows", { ...row, ciphertext });
    }
    await readAhead(gate);
    await other.unlock(PASSPHRASE);

    await expect(view.document("settings", "preferences")).rejects.toMatchObject({
      name: "DamagedVaultError",
    });
  });

  it("believes no manifest with the text of a proven one under another seal", async () => {
    const { place, view, other } = await viewAndOther();
    await other.unlock(PASSPHRASE);
    await view.keys();
    const row = await place.db.get("rows", MANIFEST_KEY);
    if (!row) throw new Error("no manifest");
    const ciphertext = row.ciphertext.slice();
    ciphertext[0] = (ciphertext[0] ?? 0) ^ 1;
    await place.db.put("rows", { ...row, ciphertext });

    expect(await view.state()).toBe("damaged");
  });

  it("believes no manifest with the text of a proven one in another place or generation", async () => {
    const { place, view, other } = await viewAndOther();
    await other.unlock(PASSPHRASE);
    await view.keys();
    const row = await place.db.get("rows", MANIFEST_KEY);
    if (!row) throw new Error("no manifest");
    await place.db.put("rows", { ...row, generation: row.generation + 1 });

    expect(await view.state()).toBe("damaged");
  });

  it("keeps nothing of it behind a lock", async () => {
    const { gate, view, other } = await viewAndOther();
    await readAhead(gate);
    await other.unlock(PASSPHRASE);
    await view.keys();
    await other.lock();

    expect(await view.state()).toBe("locked");
    expect(gate.ahead.size).toBe(0);
  });
});

describe("a lock", () => {
  it("counts for whatever is asked after it, in the same turn too", async () => {
    const { other } = await viewAndOther();
    await other.unlock(PASSPHRASE);

    const locking = other.lock();
    const after = other.keys();

    await expect(after).rejects.toMatchObject({ name: "VaultLockedError" });
    await locking;
  });
});
