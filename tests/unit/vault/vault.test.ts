import { beforeAll, describe, expect, it } from "vitest";
import { captureOf, type Disk, factsOf, imageOf, newPlace, PASSPHRASE, placeFrom } from "./place";

let withThreeKeys: Disk;

beforeAll(async () => {
  const place = await newPlace();
  const vault = place.open();
  await vault.create(PASSPHRASE);
  for (const name of ["first", "second", "third"])
    await vault.addKey(`secret ${name}`, factsOf(name));
  withThreeKeys = await imageOf(place);
});

async function openPlace() {
  const place = await placeFrom(withThreeKeys);
  return { ...place, vault: place.open() };
}

async function lockedPlace() {
  const opened = await openPlace();
  await opened.vault.lock();
  return opened;
}

describe("a new vault", () => {
  it("is there, open and empty", async () => {
    const vault = (await newPlace()).open();
    expect(await vault.state()).toBe("none");

    await vault.create(PASSPHRASE);

    expect(await vault.state()).toBe("open");
    expect(await vault.keys()).toEqual([]);
  });

  it("never takes another one's place", async () => {
    const { vault } = await lockedPlace();

    await expect(vault.create(PASSPHRASE)).rejects.toMatchObject({ name: "VaultExistsError" });
    expect(await vault.unlock(PASSPHRASE)).toBe(true);
  });

  it("refuses a short passphrase", async () => {
    const vault = (await newPlace()).open();

    await expect(vault.create("q7#Lw!zR0")).rejects.toMatchObject({
      name: "WeakPassphraseError",
    });
    expect(await vault.state()).toBe("none");
  });
});

describe("unlocking", () => {
  it("gives every key back, in another context too", async () => {
    const { vault, open } = await lockedPlace();
    await expect(vault.keys()).rejects.toMatchObject({ name: "VaultLockedError" });

    expect(await vault.unlock(PASSPHRASE)).toBe(true);

    const keys = await open().keys();
    expect(keys.map(({ description }) => description).sort()).toEqual(["first", "second", "third"]);
    const second = keys.find(({ description }) => description === "second");
    expect(await open().token(second?.id ?? "")).toBe("secret second");
    expect(await open().damagedRows()).toEqual([]);
  });

  it("answers another passphrase with a plain no", async () => {
    const { vault } = await lockedPlace();

    expect(await vault.unlock("velvet harbor cactus 92 mongoose")).toBe(false);
    expect(await vault.state()).toBe("locked");
  });

  it("takes the passphrase however the keyboard composed it", async () => {
    const place = await newPlace();
    const vault = place.open();
    await vault.create("d\u00e9j\u00e0 vu tornado walrus 7");
    await vault.lock();

    expect(await vault.unlock("de\u0301ja\u0300 vu tornado walrus 7")).toBe(true);
  });

  it("says that there is nothing to unlock", async () => {
    const vault = (await newPlace()).open();

    await expect(vault.unlock(PASSPHRASE)).rejects.toMatchObject({ name: "NoVaultError" });
    await expect(vault.keys()).rejects.toMatchObject({ name: "NoVaultError" });
    await expect(vault.hold(captureOf("x"))).rejects.toMatchObject({ name: "NoVaultError" });
  });
});

describe("kept keys", () => {
  it("are changed without touching their token", async () => {
    const { vault, db } = await openPlace();
    const [key] = await vault.keys();
    const before = await db.get("rows", ["record", 2, key?.id ?? ""]);

    const changed = await vault.updateKey(key?.id ?? "", { notes: "on host 3", tags: ["Veeam"] });

    expect(changed).toEqual({ ...key, notes: "on host 3", tags: ["Veeam"] });
    expect(await db.get("rows", ["record", 2, key?.id ?? ""])).toEqual(before);
    expect(await vault.keys()).toContainEqual(changed);
  });

  it("are gone from the disk when removed", async () => {
    const { vault, db } = await openPlace();
    const [key] = await vault.keys();

    await vault.removeKey(key?.id ?? "");

    expect((await vault.keys()).length).toBe(2);
    expect(await db.get("rows", ["record", 2, key?.id ?? ""])).toBeUndefined();
    await expect(vault.token(key?.id ?? "")).rejects.toMatchObject({ name: "NoSuchKeyError" });
    await expect(vault.removeKey(key?.id ?? "")).rejects.toMatchObject({ name: "NoSuchKeyError" });
  });

  it("are kept once, and the second attempt says where", async () => {
    const { vault } = await openPlace();
    const first = (await vault.keys()).find(({ description }) => description === "first");

    await expect(vault.addKey("secret first", factsOf("again"))).rejects.toMatchObject({
      name: "DuplicateKeyError",
      keyId: first?.id,
    });
    expect((await vault.keys()).length).toBe(3);
  });

  it("may not be larger than a record", async () => {
    const { vault } = await openPlace();

    await expect(vault.addKey("x".repeat(16 * 1024), factsOf("large"))).rejects.toMatchObject({
      name: "TooLargeError",
    });
    expect((await vault.keys()).length).toBe(3);
  });

  it("are told by their expiry hour while locked, and by nothing else", async () => {
    const { vault } = await openPlace();
    await vault.addKey("endless", { ...factsOf("endless"), end: { kind: "never", from: "token" } });
    await vault.lock();

    const hour = Date.parse("2027-09-01T12:00:00Z");
    expect(await vault.expiryHoursMs()).toEqual([hour, hour, hour]);
  });
});

describe("documents", () => {
  it.each([
    ["small", { keyInUse: "abc" }],
    ["empty", null],
    ["plain and then not", "x".repeat(40_000) + "😀".repeat(4000) + '"'.repeat(20_000)],
    ["far larger than a row", { rows: Array.from({ length: 4000 }, (_, at) => `"${at}" 漢字 😀`) }],
  ])("come back as they were put: %s", async (_, value) => {
    const { vault, open } = await openPlace();

    await vault.putDocument("snapshot", "contracts", value);

    expect(await open().document("snapshot", "contracts")).toEqual(value);
    expect(await vault.document("settings", "contracts")).toBeNull();
  });

  it("leave nothing behind when they shrink", async () => {
    const { vault, db } = await openPlace();
    const before = await db.count("rows");
    await vault.putDocument("snapshot", "contracts", "x".repeat(100_000));

    await vault.putDocument("snapshot", "contracts", "x");

    expect(await db.count("rows")).toBe(before + 1);
    expect(await vault.document("snapshot", "contracts")).toBe("x");
    expect(await vault.damagedRows()).toEqual([]);
  });

  it("are changed by two contexts at once, and both changes are in them", async () => {
    const { vault, open } = await openPlace();
    const add = (to: typeof vault) =>
      to.changeDocuments("settings", async (now) => {
        const before = (await now.read("count")) as number | null;
        return new Map([["count", (before ?? 0) + 1]]);
      });
    const other = open();

    await Promise.all([add(vault), add(other), add(vault), add(other)]);

    expect(await vault.document("settings", "count")).toBe(4);
  });

  it("are changed together or not at all, and taken away", async () => {
    const { vault, db } = await openPlace();
    const before = await db.count("rows");
    const put = (values: [string, unknown][]) =>
      vault.changeDocuments("settings", async () => new Map(values));
    await put([
      ["one", 1],
      ["other", "x".repeat(20_000)],
    ]);

    const tooLarge = put([
      ["one", 2],
      ["other", "x".repeat(1_300_000)],
    ]);
    await expect(tooLarge).rejects.toMatchObject({ name: "TooLargeError" });
    expect(await vault.document("settings", "one")).toBe(1);

    await put([
      ["one", 3],
      ["other", undefined],
      ["never there", undefined],
    ]);
    expect(await vault.document("settings", "one")).toBe(3);
    expect(await vault.document("settings", "other")).toBeNull();
    expect(await db.count("rows")).toBe(before + 1);
    expect(await vault.damagedRows()).toEqual([]);
  });

  it("have a limit that is told", async () => {
    const { vault } = await openPlace();

    const write = vault.putDocument("snapshot", "contracts", "x".repeat(1_300_000));

    await expect(write).rejects.toMatchObject({ name: "TooLargeError" });
  });
});

describe("a view that has opened its keys before", () => {
  it("shows what another context added, changed and removed since", async () => {
    const { vault, open } = await openPlace();
    const other = open();
    const [kept, changed, removed] = await vault.keys();

    await other.addKey("secret fourth", factsOf("fourth"));
    await other.updateKey(changed?.id ?? "", { description: "second, moved" });
    await other.removeKey(removed?.id ?? "");

    const descriptions = (await vault.keys()).map(({ description }) => description);
    expect(descriptions.sort()).toEqual(["fourth", "second, moved", kept?.description].sort());
  });

  it("takes no change of its caller for what the vault holds", async () => {
    const { vault } = await openPlace();
    for (const key of await vault.keys()) key.description = "scribbled over";

    expect((await vault.keys()).some(({ description }) => description === "scribbled over")).toBe(
      false,
    );
  });

  it("forgets them at the lock", async () => {
    const { vault, open } = await openPlace();
    await vault.keys();
    await open().lock();

    await expect(vault.keys()).rejects.toMatchObject({ name: "VaultLockedError" });
  });

  it("opens a row anew that was put back from an older state, and finds it altered", async () => {
    const { vault, db, open } = await openPlace();
    const [first] = await vault.keys();
    const key: [string, number, string] = ["record", 1, first?.id ?? ""];
    const before = await db.get("rows", key);
    await open().updateKey(first?.id ?? "", { description: "newer words" });
    if (before) await db.put("rows", before);

    const descriptions = (await vault.keys()).map(({ description }) => description);
    expect(descriptions).not.toContain(first?.description);
    expect(await vault.damagedRows()).toContain(first?.id);
  });
});
