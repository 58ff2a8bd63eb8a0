import fc from "fast-check";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Row } from "../../../lib/vault/format";
import type { Proof } from "../../../lib/vault/proof";
import { newRecoveryCode, readRecoveryCode } from "../../../lib/vault/recovery-code";
import { newPasskeySalt, passkeyInputs } from "../../../lib/vault/secret-slot";
import { captureOf, type Disk, factsOf, imageOf, newPlace, PASSPHRASE, placeFrom } from "./place";

// Argon2id is slow on purpose, and slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const PROOF: Proof = { kind: "passphrase", passphrase: PASSPHRASE };
const NEW_PASSPHRASE = "amber tunnel giraffe 12 pebble";
const waiting = captureOf("waiting");
let open: Disk;

beforeAll(async () => {
  const place = await newPlace();
  const vault = place.open();
  await vault.create(PASSPHRASE);
  await vault.addKey("secret", factsOf("only"));
  await vault.putDocument("settings", "preferences", { keyInUse: "only" });
  await vault.hold(waiting);
  open = await imageOf(place);
});

async function start() {
  const place = await placeFrom(open);
  return { place, vault: place.open() };
}

async function recordsOf({ place }: Awaited<ReturnType<typeof start>>): Promise<Row[]> {
  return (await place.db.getAll("rows")).filter(({ kind }) => kind === "record");
}

describe("a recovery code", () => {
  it("opens the vault, however it is typed, and does not replace the passphrase", async () => {
    const { vault } = await start();
    const code = await vault.addRecoveryCode(PROOF);
    expect(code).toMatch(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
    await vault.lock();
    const typed = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o");
    expect(await vault.unlockWith({ kind: "recovery", code: typed })).toBe(true);
    expect((await vault.keys()).length).toBe(1);
    await vault.lock();
    expect(await vault.unlock(PASSPHRASE)).toBe(true);
  });

  it("opens the vault beside the one before it, until that one is taken away", async () => {
    const { vault } = await start();
    const first = await vault.addRecoveryCode(PROOF);
    const [old] = (await vault.waysIn()).filter(({ kind }) => kind === "recovery");
    const second = await vault.addRecoveryCode(PROOF);
    await vault.lock();
    expect(await vault.unlockWith({ kind: "recovery", code: first })).toBe(true);
    await vault.removeSlot(old?.id ?? "");
    await vault.lock();
    expect(await vault.unlockWith({ kind: "recovery", code: first })).toBe(false);
    expect(await vault.unlockWith({ kind: "recovery", code: second })).toBe(true);
  });

  it("lets somebody who forgot the passphrase set a new one", async () => {
    const { vault } = await start();
    const code = await vault.addRecoveryCode(PROOF);
    await vault.lock();
    await vault.unlockWith({ kind: "recovery", code });
    await vault.changePassphrase({ kind: "recovery", code }, NEW_PASSPHRASE);
    await vault.lock();
    expect(await vault.unlock(PASSPHRASE)).toBe(false);
    expect(await vault.unlock(NEW_PASSPHRASE)).toBe(true);
  });

  it("reads back from what is written, and from nothing else", () => {
    for (let at = 0; at < 50; at++) {
      const { secret, written } = newRecoveryCode();
      expect(readRecoveryCode(written)).toEqual(secret);
    }
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const read = readRecoveryCode(text);
        expect(read === null || read.length === 20).toBe(true);
      }),
      { seed: 6 },
    );
  });
});

describe("a passkey", () => {
  const secret = () => Uint8Array.from({ length: 64 }, (_, at) => at + 1);
  const proof = (bytes: Uint8Array<ArrayBuffer>, credentialId = "cred"): Proof => ({
    kind: "passkey",
    credentialId,
    secret: bytes.toBase64(),
  });

  it("opens the vault with its own answer only, and the passphrase still does", async () => {
    const { vault } = await start();
    await vault.addPasskey(PROOF, {
      credentialId: "cred",
      salt: newPasskeySalt(),
      secret: secret(),
    });
    await vault.lock();
    expect(await vault.passkeys()).toMatchObject([{ credentialId: "cred" }]);
    const wrong = secret();
    wrong[40] = 0;
    expect(await vault.unlockWith(proof(wrong))).toBe(false);
    expect(await vault.unlockWith(proof(new Uint8Array(64)))).toBe(false);
    expect(await vault.unlockWith(proof(secret().slice(0, 32)))).toBe(false);
    expect(await vault.unlockWith(proof(secret(), "another"))).toBe(false);
    expect(await vault.unlockWith(proof(secret()))).toBe(true);
    await vault.lock();
    expect(await vault.unlock(PASSPHRASE)).toBe(true);
  });

  it.each([
    ["all zero", new Uint8Array(64)],
    ["half zero", new Uint8Array(64).fill(7, 32)],
    ["too short", new Uint8Array(32).fill(7)],
    ["empty", new Uint8Array(0)],
  ])("is refused when its answer is %s", async (_, answer) => {
    const { vault } = await start();
    const passkey = { credentialId: "cred", salt: newPasskeySalt(), secret: answer };
    await expect(vault.addPasskey(PROOF, passkey)).rejects.toMatchObject({
      name: "UselessPasskeyError",
    });
    expect(await vault.passkeys()).toEqual([]);
  });

  it("is asked with two inputs that differ, and with others for every slot", async () => {
    const inputs = await Promise.all([
      passkeyInputs(newPasskeySalt()),
      passkeyInputs(newPasskeySalt()),
    ]);
    const texts = inputs.flatMap(({ first, second }) => [first.toHex(), second.toHex()]);
    expect(new Set(texts).size).toBe(4);
  });

  it("can be taken away, but never the passphrase", async () => {
    const { vault } = await start();
    await vault.addPasskey(PROOF, {
      credentialId: "cred",
      salt: newPasskeySalt(),
      secret: secret(),
    });
    for (const { id, kind } of (await vault.health()).slots)
      if (kind === "passkey") await vault.removeSlot(id);
      else await expect(vault.removeSlot(id)).rejects.toMatchObject({ name: "NoSuchKeyError" });
    await vault.lock();
    expect(await vault.unlockWith(proof(secret()))).toBe(false);
    expect(await vault.unlock(PASSPHRASE)).toBe(true);
    expect(await vault.damagedRows()).toEqual([]);
  });
});

describe("a new passphrase", () => {
  it("leaves every record as it is, byte for byte, and ends the old one", async () => {
    const started = await start();
    const before = await recordsOf(started);
    await started.vault.changePassphrase(PROOF, NEW_PASSPHRASE);
    expect(await recordsOf(started)).toEqual(before);
    await started.vault.lock();
    expect(await started.vault.unlock(PASSPHRASE)).toBe(false);
    expect(await started.vault.unlock(NEW_PASSPHRASE)).toBe(true);
    expect(await started.vault.damagedRows()).toEqual([]);
  });

  it.each([
    [
      "the old one is wrong",
      { kind: "passphrase", passphrase: "not this one" } as Proof,
      NEW_PASSPHRASE,
      "WrongProofError",
    ],
    ["it is too short", PROOF, "short", "WeakPassphraseError"],
  ])("is refused, with nothing changed, when %s", async (_, proof, passphrase, name) => {
    const { place, vault } = await start();
    const before = await place.db.getAll("rows");
    await expect(vault.changePassphrase(proof, passphrase)).rejects.toMatchObject({ name });
    expect(await place.db.getAll("rows")).toEqual(before);
  });
});

describe("a new vault key", () => {
  it("leaves no row as it was, keeps all that is in them, and ends every other way in", async () => {
    const { place, vault } = await start();
    const code = await vault.addRecoveryCode(PROOF);
    const before = await place.db.getAll("rows");

    await vault.renewVaultKey(PROOF, NEW_PASSPHRASE);

    const after = await place.db.getAll("rows");
    const bytes = new Set(before.map(({ ciphertext }) => ciphertext.toHex()));
    expect(after.filter(({ ciphertext }) => bytes.has(ciphertext.toHex()))).toEqual([]);
    expect(await vault.state()).toBe("open");
    expect(await vault.damagedRows()).toEqual([]);
    const [key] = await vault.keys();
    expect(await vault.token(key?.id ?? "")).toBe("secret");
    expect(await vault.document("settings", "preferences")).toEqual({ keyInUse: "only" });
    await expect(vault.addKey("secret", factsOf("again"))).rejects.toMatchObject({
      name: "DuplicateKeyError",
    });
    const saved = await vault.saveWaiting(waiting.captureId, "waited");
    expect(await vault.token(saved.id)).toBe(waiting.token);
    expect((await vault.health()).copies).toBe("agree");
    await vault.lock();
    expect(await vault.unlock(PASSPHRASE)).toBe(false);
    expect(await vault.unlockWith({ kind: "recovery", code })).toBe(false);
    expect(await vault.unlock(NEW_PASSPHRASE)).toBe(true);
  });

  it.each([
    ["before the second copy was written", false],
    ["before the second copy lost the old rows", true],
  ])("that was killed %s lets the old passphrase bring nothing back", async (_when, isWritten) => {
    const { place, vault } = await start();
    const { mirror, anchor } = await imageOf(place);
    await vault.renewVaultKey(PROOF, NEW_PASSPHRASE);
    await vault.lock();
    const after = await imageOf(place);
    const there = isWritten ? [...(mirror ?? []), ...(after.mirror ?? [])] : mirror;
    const killed = await placeFrom({ ...after, mirror: there ?? [], anchor: anchor ?? [] });
    const later = captureOf("held after the kill");
    await killed.open().hold(later);

    expect(await killed.open().unlock(PASSPHRASE)).toBe(false);

    const next = killed.open();
    expect(await next.unlock(NEW_PASSPHRASE)).toBe(true);
    expect(await next.damagedRows()).toEqual([]);
    for (const capture of [waiting, later]) {
      const saved = await next.saveWaiting(capture.captureId, capture.description);
      expect(await next.token(saved.id)).toBe(capture.token);
    }
    expect((await next.health()).copies).toBe("agree");
  });

  it("is refused while a row is damaged, and the vault stays open with the old one", async () => {
    const { place, vault } = await start();
    const [record] = (await place.db.getAll("rows")).filter(({ kind }) => kind === "record");
    if (record) await place.db.delete("rows", [record.kind, record.part, record.id]);
    await expect(vault.renewVaultKey(PROOF, NEW_PASSPHRASE)).rejects.toMatchObject({
      name: "DamagedVaultError",
    });
    expect(await vault.state()).toBe("open");
    await vault.lock();
    expect(await vault.unlock(PASSPHRASE)).toBe(true);
  });
});

describe("the strict setting", () => {
  it("keeps the key in memory only: whoever comes when its holder is dead finds it locked", async () => {
    const { place, vault } = await start();
    await vault.setStrict(true);
    expect(await vault.state()).toBe("locked");
    await vault.unlock(PASSPHRASE);
    expect(JSON.stringify([...place.session.entries])).toContain('"kept":null');
    expect(await place.db.count("session")).toBe(0);

    expect((await place.open().keys()).length).toBe(1);

    place.lines.held.clear();
    expect(await place.open().state()).toBe("locked");
    expect(await vault.state()).toBe("locked");
  });
});

describe("a full disk", () => {
  it("still lets the vault be read", async () => {
    const place = await placeFrom({ ...open, session: [], memory: [] });
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no space", "DataError");
    };
    try {
      const vault = place.open();
      expect(await vault.unlock(PASSPHRASE)).toBe(true);
      expect((await vault.keys()).length).toBe(1);
      expect((await place.open().keys()).length).toBe(1);
      await expect(vault.addKey("x", factsOf("x"))).rejects.toMatchObject({
        name: "NotSavedError",
      });
    } finally {
      IDBObjectStore.prototype.put = put;
    }
  });
});

describe("the choice to keep no expiry hours in clear", () => {
  it("takes them out of the list on the disk, and counts while unlocked all the same", async () => {
    const { place, vault } = await start();
    const hours = await vault.expiryHoursMs();
    expect(hours.length).toBe(1);
    await vault.setKeepsHours(false);
    await vault.addKey("another", factsOf("another"));
    expect(await vault.expiryHoursMs()).toEqual([...hours, ...hours]);
    const manifest = await place.db.get("rows", ["manifest", 0, NIL]);
    expect(manifest?.clear).not.toContain(String(hours[0]));
    await vault.lock();
    expect(await vault.expiryHoursMs()).toEqual([]);
    await vault.unlock(PASSPHRASE);
    await vault.setKeepsHours(true);
    await vault.lock();
    expect(await vault.expiryHoursMs()).toEqual([...hours, ...hours]);
  });
});

const NIL = "00000000-0000-0000-0000-000000000000";
