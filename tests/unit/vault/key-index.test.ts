import { beforeAll, describe, expect, it } from "vitest";
import { type Disk, factsOf, imageOf, newPlace, PASSPHRASE, placeFrom } from "./place";

const COUNT = 25;
let large: Disk;

beforeAll(async () => {
  const place = await newPlace();
  const vault = place.open();
  await vault.create(PASSPHRASE);
  for (let at = 0; at < COUNT; at++) await vault.addKey(`secret ${at}`, factsOf(`key ${at}`));
  await vault.refreshKeyIndex();
  large = await imageOf(place);
});

async function opened() {
  const place = await placeFrom(large);
  return { place, vault: place.open() };
}

const names = (keys: { description: string }[]) => keys.map((key) => key.description).sort();

describe("the index of a large vault", () => {
  it("gives a new context the very keys that the rows give", async () => {
    const { vault, place } = await opened();
    const indexed = await vault.keys();
    for (const row of await place.db.getAll("rows"))
      if (row.kind === "snapshot") await place.db.delete("rows", [row.kind, row.part, row.id]);
    const fromRows = await place.open().keys();

    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
    expect(indexed).toHaveLength(COUNT);
    expect(indexed.sort(byId)).toEqual(fromRows.sort(byId));
  });

  it("never shows a key as it was before a change", async () => {
    const { vault, place } = await opened();
    const [first] = await vault.keys();
    if (!first) throw new Error("no key");
    const end = { kind: "at", at: "2029-01-01T00:00:00.000Z", from: "token" } as const;
    await vault.updateKey(first.id, { end, description: "renamed" });

    const seen = (await place.open().keys()).find(({ id }) => id === first.id);

    expect(seen).toMatchObject({ end, description: "renamed" });
  });

  it("shows a new key at once, and a removed one never again", async () => {
    const { vault, place } = await opened();
    const [first] = await vault.keys();
    if (!first) throw new Error("no key");
    await vault.removeKey(first.id);
    await vault.addKey("secret new", factsOf("new key"));

    const seen = names(await place.open().keys());

    expect(seen).toHaveLength(COUNT);
    expect(seen).toContain("new key");
    expect(seen).not.toContain(first.description);
  });

  it("is written anew once it holds a removed key, and not while it is near enough", async () => {
    const { vault } = await opened();
    const [first] = await vault.keys();
    if (!first) throw new Error("no key");
    expect(await vault.refreshKeyIndex()).toBe(false);
    await vault.addKey("secret new", factsOf("new key"));
    expect(await vault.refreshKeyIndex()).toBe(false);
    await vault.removeKey(first.id);

    expect(await vault.refreshKeyIndex()).toBe(true);
  });

  it("is done without where it is damaged, and the damage is told", async () => {
    const { vault, place } = await opened();
    for (const row of await place.db.getAll("rows")) {
      if (row.kind !== "snapshot") continue;
      const ciphertext = row.ciphertext.map((byte) => byte ^ 1);
      await place.db.put("rows", { ...row, ciphertext });
    }

    expect(await vault.keys()).toHaveLength(COUNT);
    expect(await vault.damagedRows()).toHaveLength(1);
  });

  it("is written anew where it was kept in another shape, and every key is shown meanwhile", async () => {
    const { vault, place } = await opened();
    const { pack } = await import("../../../lib/vault/pack");
    const asBefore = (await vault.keys()).map((key) => ({ hash: "of its row", key }));
    await vault.putDocument("snapshot", "key-index", await pack(JSON.stringify(asBefore)));

    const later = place.open();
    expect(await later.keys()).toHaveLength(COUNT);
    expect(await later.refreshKeyIndex()).toBe(true);
  });

  it("holds no token", async () => {
    const { vault } = await opened();
    const { unpack } = await import("../../../lib/vault/pack");

    const text = await unpack(String(await vault.document("snapshot", "key-index")));

    expect(text).toContain("key 7");
    expect(text).not.toContain("secret");
  });

  it("is not kept for a few keys", async () => {
    const vault = (await newPlace()).open();
    await vault.create(PASSPHRASE);
    await vault.addKey("one secret", factsOf("one"));

    expect(await vault.refreshKeyIndex()).toBe(false);
    expect(await vault.document("snapshot", "key-index")).toBeNull();
  });
});
