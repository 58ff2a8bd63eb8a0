import { beforeAll, describe, expect, it, vi } from "vitest";
import { type BackupKey, openBackup, sealBackup } from "../../../lib/vault/backup-file";
import { openAgeIndependently } from "./independent-age";
import { type Disk, factsOf, imageOf, newPlace, PASSPHRASE, placeFrom } from "./place";

// Argon2id is slow on purpose, and slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const BACKUP_PASSPHRASE = "quiet lantern orbit 77 meadow";
let source: Disk;
let empty: Disk;
let file: Uint8Array<ArrayBuffer>;
let keys: BackupKey[];

beforeAll(async () => {
  const place = await newPlace();
  const vault = place.open();
  await vault.create(PASSPHRASE);
  empty = await imageOf(place);
  for (const name of ["one", "two", "three"]) await vault.addKey(`secret ${name}`, factsOf(name));
  source = await imageOf(place);
  file = await sealBackup(await vault.backup(), BACKUP_PASSPHRASE);
  ({ keys } = await openBackup(file, BACKUP_PASSPHRASE));
}, 60_000);

describe("a backup", () => {
  it("gives every key and token back into an empty vault", async () => {
    const vault = (await placeFrom(empty)).open();
    expect((await vault.previewImport(keys)).map(({ outcome }) => outcome)).toEqual(
      keys.map(() => "new"),
    );
    expect(await vault.importKeys(keys)).toEqual({ added: 3, kept: 0, refused: 0 });
    const original = (await placeFrom(source)).open();
    for (const key of await original.keys()) {
      expect(await vault.keys()).toContainEqual(key);
      expect(await vault.token(key.id)).toBe(await original.token(key.id));
    }
    expect((await vault.health()).copies).toBe("agree");
  });

  it("opens for whoever follows the age specification and the description of its content", () => {
    const content = JSON.parse(openAgeIndependently(file, BACKUP_PASSPHRASE));
    expect(content).toEqual({
      format: "icmc-companion-backup",
      schema: 1,
      madeAt: "2027-03-01T10:00:00.000Z",
      keys,
    });
    expect(() => openAgeIndependently(file, "another passphrase")).toThrow();
  });

  it("shows nothing of a key in the file", () => {
    const text = Buffer.from(file).toString("latin1");
    expect(text.startsWith("age-encryption.org/v1\n-> scrypt ")).toBe(true);
    for (const word of ["secret", "three", "impossiblecloud"]) expect(text).not.toContain(word);
  });

  it("changes nothing the second time, and never what is kept under other words", async () => {
    const place = await placeFrom(source);
    const vault = place.open();
    const kept = (await vault.keys()).find(({ description }) => description === "two");
    await vault.updateKey(kept?.id ?? "", { notes: "newer words" });
    await vault.addKey("secret four", factsOf("four"));
    const before = await place.db.getAll("rows");

    const preview = await vault.previewImport(keys);
    expect(preview.filter(({ outcome }) => outcome === "differs")).toMatchObject([
      { description: "two" },
    ]);
    expect(await vault.importKeys(keys)).toEqual({ added: 0, kept: 3, refused: 0 });

    expect(await place.db.getAll("rows")).toEqual(before);
  });

  it("brings in once what it holds twice, and what is new under an id that is taken", async () => {
    const place = await placeFrom(empty);
    const vault = place.open();
    const [first, second, third] = keys as [BackupKey, BackupKey, BackupKey];
    const sent = [first, { ...first, id: crypto.randomUUID() }, { ...second, id: first.id }];
    expect(await vault.importKeys(sent)).toEqual({ added: 2, kept: 1, refused: 0 });
    expect(await vault.importKeys([{ ...third, id: first.id }])).toMatchObject({ added: 1 });
    const found = await vault.keys();
    expect(new Set(found.map(({ id }) => id)).size).toBe(3);
    expect(found.map(({ description }) => description).sort()).toEqual(["one", "three", "two"]);
    expect(await vault.damagedRows()).toEqual([]);
  });

  it("is not made of a key whose token cannot be read, and gives that key back", async () => {
    const place = await placeFrom(source);
    const vault = place.open();
    const id = (await vault.keys())[0]?.id ?? "";
    await place.db.delete("rows", ["record", 2, id]);
    await expect(vault.backup()).rejects.toMatchObject({ name: "DamagedVaultError", rowIds: [id] });
    expect(await vault.importKeys(keys)).toEqual({ added: 1, kept: 2, refused: 0 });
    expect((await vault.backup()).keys.map(({ token }) => token).sort()).toEqual(
      keys.map(({ token }) => token).sort(),
    );
    expect(await vault.damagedRows()).toEqual([]);
  });

  it("refuses a key whose token was exchanged", async () => {
    const [first, ...others] = keys;
    if (!first) throw new Error("no key");
    const vault = (await placeFrom(empty)).open();
    const altered = [{ ...first, token: "another" }, ...others];
    expect((await vault.previewImport(altered))[0]?.outcome).toBe("altered");
    expect(await vault.importKeys(altered)).toEqual({ added: 2, kept: 0, refused: 1 });
  });

  it("says whether passphrase or file is wrong", async () => {
    await expect(openBackup(file, "another passphrase")).rejects.toMatchObject({
      name: "WrongBackupPassphraseError",
    });
    const altered = file.slice();
    altered[altered.length - 5] = (altered[altered.length - 5] ?? 0) ^ 1;
    for (const other of [altered, file.slice(0, -9), new TextEncoder().encode("some text")])
      await expect(openBackup(other, BACKUP_PASSPHRASE)).rejects.toMatchObject({
        name: "NotABackupError",
      });
    await expect((await placeFrom(empty)).open().importKeys([{ id: "x" }])).rejects.toMatchObject({
      name: "NotABackupError",
    });
  }, 60_000);
});
