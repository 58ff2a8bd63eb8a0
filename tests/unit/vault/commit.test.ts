import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Row } from "../../../lib/vault/format";
import { captureOf, type Disk, factsOf, imageOf, newPlace, PASSPHRASE, placeFrom } from "./place";

let empty: Disk;

beforeAll(async () => {
  const place = await newPlace();
  await place.open().create(PASSPHRASE);
  empty = await imageOf(place);
});

afterEach(() => vi.restoreAllMocks());

describe("three contexts that write at once", () => {
  it("lose nothing and count every save", { timeout: 60_000 }, async () => {
    const place = await placeFrom(empty);

    await Promise.all(
      ["background", "popup", "workspace"].map(async (name) => {
        const vault = place.open();
        for (let at = 0; at < 100; at++)
          await vault.addKey(`${name} ${at}`, factsOf(`${name} ${at}`));
      }),
    );

    const vault = place.open();
    const manifest = await place.db.get("rows", ["manifest", 0, NIL]);
    expect((await vault.keys()).length).toBe(300);
    expect(manifest?.generation).toBe(300);
    expect(await vault.damagedRows()).toEqual([]);
  });

  it("file one waiting token once", async () => {
    const place = await placeFrom(empty);
    const capture = captureOf("pressed in two places");
    await place.open().hold(capture);

    await Promise.all([1, 2, 3].map(() => place.open().saveHeld(capture.captureId)));

    expect((await place.open().keys()).length).toBe(1);
    expect(await place.db.count("inbox")).toBe(0);
  });
});

describe("a write that the browser breaks off", () => {
  it.each([1, 2, 3])("at its %i. row saves nothing and loses nothing", async (failAt) => {
    const place = await placeFrom(empty);
    const vault = place.open();
    const kept = await vault.addKey("kept", factsOf("kept"));
    const before = await place.db.getAll("rows");
    failPutAt(failAt);

    const save = vault.addKey("lost", factsOf("lost"));

    await expect(save).rejects.toMatchObject({ name: "NotSavedError" });
    vi.restoreAllMocks();
    expect(await place.db.getAll("rows")).toEqual(before);
    expect(await place.open().keys()).toEqual([kept]);
    await vault.addKey("lost", factsOf("saved now"));
    expect((await vault.keys()).length).toBe(2);
  });

  it("is told when a token could not be held", async () => {
    const place = await placeFrom(empty);
    const vault = place.open();
    failPutAt(1);

    await expect(vault.hold(captureOf("x"))).rejects.toMatchObject({ name: "NotSavedError" });

    expect(await vault.heldTokens()).toEqual([]);
  });

  it("leaves a wanted token waiting, and the vault opens all the same", async () => {
    const place = await placeFrom(empty);
    const vault = place.open();
    await vault.lock();
    const capture = captureOf("wanted");
    await vault.hold(capture);
    await vault.saveHeld(capture.captureId);
    // The first write is the session's.
    failPutAt(2);

    expect(await vault.unlock(PASSPHRASE)).toBe(true);

    vi.restoreAllMocks();
    expect(await vault.keys()).toEqual([]);
    expect(await vault.heldTokens()).toMatchObject([{ description: "wanted" }]);
    await vault.saveHeld(capture.captureId);
    expect(await vault.token(capture.captureId)).toBe(capture.token);
  });

  it("is not called saved when the disk gives back something else", async () => {
    const place = await placeFrom(empty);
    const vault = place.open();
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
      this: IDBObjectStore,
      value: Row,
    ) {
      const isToken = value.kind === "record" && value.part === 2;
      return put.call(this, isToken ? { ...value, ciphertext: new Uint8Array(272) } : value);
    });

    await expect(vault.addKey("x", factsOf("x"))).rejects.toMatchObject({ name: "NotSavedError" });
  });
});

describe("the list of rows that was written", () => {
  it.each([
    ["with other words", (row: Row) => ({ ...row, clear: row.clear.replace('"due":', '"due": ') })],
    ["with another seal", (row: Row) => ({ ...row, ciphertext: new Uint8Array(32) })],
    ["as it was before", () => null],
  ])("is no saved one when the disk gives it back %s", async (_how, altered) => {
    const place = await placeFrom(empty);
    const vault = place.open();
    await vault.addKey("kept", factsOf("kept"));
    const put = IDBObjectStore.prototype.put;
    const get = IDBObjectStore.prototype.get;
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
      this: IDBObjectStore,
      value: Row,
    ) {
      if (value.kind !== "manifest") return put.call(this, value);
      const row = altered(value);
      return row ? put.call(this, row) : (get.call(this, ["manifest", 0, NIL]) as never);
    });

    const save = vault.addKey("lost", factsOf("lost"));

    await expect(save).rejects.toMatchObject({ name: "NotSavedError" });
  });
});

const NIL = "00000000-0000-0000-0000-000000000000";

/** A full disk: the browser aborts the transaction while it writes. */
function failPutAt(count: number): void {
  let calls = 0;
  const put = IDBObjectStore.prototype.put;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
    this: IDBObjectStore,
    value: unknown,
  ) {
    const request = put.call(this, value);
    calls += 1;
    if (calls >= count) this.transaction.abort();
    return request;
  });
}

describe("a document", () => {
  it("is written by a context that has seen an older vault, and keeps what came since", async () => {
    const place = await placeFrom(empty);
    const [early, late] = [place.open(), place.open()];
    await early.putDocument("settings", "first", 1);
    await late.addKey("came since", factsOf("came since"));
    await late.putDocument("settings", "second", 2);

    await early.putDocument("settings", "first", 3);

    const vault = place.open();
    expect((await vault.keys()).map(({ description }) => description)).toEqual(["came since"]);
    expect(await vault.document("settings", "first")).toBe(3);
    expect(await vault.document("settings", "second")).toBe(2);
    expect(await vault.damagedRows()).toEqual([]);
  });
});
