import { beforeAll, describe, expect, it } from "vitest";
import type { CaptureRow, Row } from "../../../lib/vault/format";
import { captureOf, type Disk, factsOf, imageOf, newPlace, PASSPHRASE, placeFrom } from "./place";

let empty: Disk;

beforeAll(async () => {
  const place = await newPlace();
  await place.open().create(PASSPHRASE);
  empty = await imageOf(place);
});

async function openPlace() {
  const place = await placeFrom(empty);
  return { ...place, vault: place.open() };
}

async function lockedPlace() {
  const opened = await openPlace();
  await opened.vault.lock();
  return opened;
}

describe("a token seen while the vault is locked", () => {
  it("is a record after the next unlock when the person asked for it", async () => {
    const { vault } = await lockedPlace();
    const capture = captureOf("nightly backup");
    expect(await vault.hold(capture)).toBe("held");
    await vault.saveHeld(capture.captureId);
    expect(await vault.heldTokens()).toEqual([]);

    await vault.unlock(PASSPHRASE);

    const [key] = await vault.keys();
    expect(key).toMatchObject({
      id: capture.captureId,
      description: "nightly backup",
      end: capture.end,
      origin: "captured",
      verifiedAt: null,
      mayBeExposed: false,
    });
    expect(await vault.token(capture.captureId)).toBe(capture.token);
    expect(await vault.heldTokens()).toEqual([]);
    expect(await vault.hold(capture)).toBe("saved");
  });

  it("waits, named only once unlocked, when nobody asked for it", async () => {
    const { vault } = await lockedPlace();
    const capture = captureOf("forgotten");
    await vault.hold(capture);
    const { captureId, description, capturedAt, end } = capture;
    expect(await vault.heldTokens()).toEqual([
      { captureId, description: "", capturedAt: "", end: { kind: "unknown" } },
    ]);

    await vault.unlock(PASSPHRASE);

    expect(await vault.keys()).toEqual([]);
    expect(await vault.heldTokens()).toEqual([{ captureId, description, capturedAt, end }]);
  });

  it("is held once, however often it is sent", async () => {
    const { vault, db } = await lockedPlace();
    const capture = captureOf("once");
    await vault.hold(capture);
    const before = await db.getAll("inbox");

    expect(await vault.hold(capture)).toBe("held");

    expect(await db.getAll("inbox")).toEqual(before);
  });
});

describe("a waiting token", () => {
  it("is saved under the words the person gave it", async () => {
    const { vault } = await openPlace();
    const capture = captureOf("");
    await vault.hold(capture);

    const key = await vault.saveWaiting(capture.captureId, "billing script");

    expect(key).toMatchObject({ id: capture.captureId, description: "billing script" });
    expect(await vault.token(key.id)).toBe(capture.token);
    expect(await vault.saveWaiting(capture.captureId, "pressed twice")).toEqual(key);
    expect((await vault.keys()).length).toBe(1);
  });

  it("is gone when discarded, and may be held again", async () => {
    const { vault } = await openPlace();
    const capture = captureOf("unwanted");
    await vault.hold(capture);

    await vault.discardHeld(capture.captureId);

    expect(await vault.heldTokens()).toEqual([]);
    await expect(vault.saveHeld(capture.captureId)).rejects.toMatchObject({ name: "NotHeldError" });
    expect(await vault.hold(capture)).toBe("held");
  });

  it("becomes no second record of a key that was added by hand", async () => {
    const { vault } = await openPlace();
    const added = await vault.addKey("the same", factsOf("by hand"));
    const capture = captureOf("from the page", "the same");
    await vault.hold(capture);

    await vault.saveHeld(capture.captureId);

    expect(await vault.keys()).toEqual([added]);
    expect(await vault.heldTokens()).toEqual([]);
  });

  it("is not refused because a record with the same token was damaged", async () => {
    const { vault, db } = await openPlace();
    const added = await vault.addKey("the same", factsOf("by hand"));
    await db.delete("rows", ["record", 2, added.id]);
    const capture = captureOf("from the page", "the same");
    await vault.hold(capture);

    await vault.saveHeld(capture.captureId);

    expect(await vault.token(capture.captureId)).toBe("the same");
    expect(await vault.damagedRows()).toEqual([]);
  });
});

describe("the inbox", () => {
  it("takes 50 and says when it is full", async () => {
    const { vault } = await lockedPlace();
    for (let at = 0; at < 50; at++) await vault.hold(captureOf(`token ${at}`));

    const oneMore = vault.hold(captureOf("one more"));

    await expect(oneMore).rejects.toMatchObject({ name: "InboxFullError" });
    expect((await vault.heldTokens()).length).toBe(50);
  });

  it("refuses a capture larger than 8 KiB", async () => {
    const { vault } = await lockedPlace();

    const large = vault.hold(captureOf("large", "x".repeat(8 * 1024)));

    await expect(large).rejects.toMatchObject({ name: "TooLargeError" });
  });

  it.each([
    ["an id that is none", { captureId: "__proto__" }],
    ["no token", { token: "" }],
    ["a token of another type", { token: 7 as unknown as string }],
  ])("refuses a capture with %s", async (_, change) => {
    const { vault, db } = await lockedPlace();

    const malformed = vault.hold({ ...captureOf("x"), ...change });

    await expect(malformed).rejects.toMatchObject({ name: "MalformedCaptureError" });
    expect(await db.count("inbox")).toBe(0);
  });

  it("flags what was held while its public key stood exchanged, and puts the right key back", async () => {
    const { vault, db } = await lockedPlace();
    await exchangePublicKey(db);
    const [wanted, waiting] = [captureOf("wanted"), captureOf("waiting")];
    await vault.hold(wanted);
    await vault.saveHeld(wanted.captureId);
    await vault.hold(waiting);

    await vault.unlock(PASSPHRASE);

    expect(await vault.keys()).toMatchObject([{ description: "wanted", mayBeExposed: true }]);
    expect(await vault.heldTokens()).toMatchObject([
      { description: "waiting", problem: "may-be-exposed" },
    ]);
    expect(await vault.damagedRows()).toEqual([]);
    const later = captureOf("later");
    await vault.hold(later);
    await vault.saveHeld(later.captureId);
    expect(await vault.keys()).toContainEqual(
      expect.objectContaining({ description: "later", mayBeExposed: false }),
    );
  });

  it("takes nothing while locked when its private key is damaged, and mends at the next unlock", async () => {
    const { vault, db } = await lockedPlace();
    const [row] = (await db.getAll("rows")).filter(({ kind }) => kind === "inbox") as [Row];
    row.ciphertext[3] = (row.ciphertext[3] ?? 0) ^ 1;
    await db.put("rows", row);
    const capture = captureOf("x");

    await expect(vault.hold(capture)).rejects.toMatchObject({ name: "DamagedVaultError" });
    await vault.unlock(PASSPHRASE);

    await vault.hold(capture);
    await vault.saveHeld(capture.captureId);
    expect(await vault.token(capture.captureId)).toBe(capture.token);
  });

  it.each<[string, (row: CaptureRow) => Partial<CaptureRow>]>([
    ["under another id", () => ({ captureId: crypto.randomUUID() })],
    ["with altered bytes", ({ ciphertext }) => ({ ciphertext: ciphertext.map((b) => b ^ 1) })],
    ["with an altered key", ({ enc }) => ({ enc: enc.map((b) => b ^ 1) })],
    ["with an empty key", () => ({ enc: new Uint8Array(32) })],
    ["from another vault", () => ({ vaultId: crypto.randomUUID() })],
    ["with a field more", () => ({ extra: 1 }) as object],
  ])("shows a capture %s as unreadable and files nothing of it", async (_, change) => {
    const { vault, db } = await lockedPlace();
    const capture = captureOf("altered");
    await vault.hold(capture);
    await vault.saveHeld(capture.captureId);
    const [row] = (await db.getAll("inbox")) as [CaptureRow];
    await db.clear("inbox");
    await db.put("inbox", { ...row, ...change(row) });

    await vault.unlock(PASSPHRASE);

    expect(await vault.keys()).toEqual([]);
    expect(await vault.heldTokens()).toMatchObject([{ problem: "unreadable", description: "" }]);
  });
});

async function exchangePublicKey(db: Awaited<ReturnType<typeof openPlace>>["db"]) {
  const [row] = (await db.getAll("rows")).filter(({ kind }) => kind === "inbox") as [Row];
  const foreign = crypto.getRandomValues(new Uint8Array(32)).toBase64();
  await db.put("rows", { ...row, clear: JSON.stringify({ publicKey: foreign, schema: 1 }) });
}
