import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { openBackup } from "../../../lib/vault/backup-file";
import type { Row } from "../../../lib/vault/format";
import { diskOf, readFixture } from "./fixture";
import { openAgeIndependently } from "./independent-age";
import { openIndependently } from "./independent-opener";
import { placeFrom } from "./place";

// Argon2id is slow on purpose, and slower on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

// Never rewrite these files: they stand for vaults on other people's disks.
describe.each(["vault-v1", "vault-v1-floor"])("the frozen vault %s", (name) => {
  const fixture = readFixture(name);

  it("opens and gives everything back", async () => {
    const vault = (await placeFrom(diskOf(fixture))).open();

    expect(await vault.unlock(fixture.passphrase)).toBe(true);

    expect(await vault.damagedRows()).toEqual([]);
    const keys = await vault.keys();
    expect(keys.length).toBe(fixture.keys.length);
    for (const { token, ...facts } of fixture.keys) {
      expect(keys).toContainEqual(expect.objectContaining(facts));
      expect(await vault.token(facts.id)).toBe(token);
    }
    for (const { token, ...facts } of fixture.held) {
      expect(await vault.heldTokens()).toContainEqual(expect.objectContaining(facts));
      const saved = await vault.saveWaiting(facts.captureId, facts.description);
      expect(await vault.token(saved.id)).toBe(token);
    }
    const { kind, name, value } = fixture.document;
    expect(await vault.document(kind, name)).toEqual(value);
  });

  it("opens for whoever follows the description of the format", () => {
    const opened = openIndependently(fixture);

    for (const key of fixture.keys)
      expect(opened.keys).toContainEqual(expect.objectContaining(key));
    for (const capture of fixture.held)
      expect(opened.held).toContainEqual(expect.objectContaining(capture));
    expect(opened.documents).toContainEqual(fixture.document);
  });
});

it("the frozen backup backup-v1 opens, by our code and by the description alone", async () => {
  const text = readFileSync(new URL("./fixtures/backup-v1.json", import.meta.url), "utf8");
  const { passphrase, keys, file } = JSON.parse(text);
  const bytes = Uint8Array.fromBase64(file);

  expect((await openBackup(bytes, passphrase)).keys).toEqual(keys);
  expect(JSON.parse(openAgeIndependently(bytes, passphrase)).keys).toEqual(keys);
});

it("moves a slot with an overtaken cost to the present one at the next unlock", async () => {
  const fixture = readFixture("vault-v1-floor");
  const place = await placeFrom(diskOf(fixture));
  const vault = place.open();

  await vault.unlock(fixture.passphrase);

  const slots = (await place.db.getAll("rows")).filter(({ kind }) => kind === "slot");
  expect(slots.map((slot: Row) => JSON.parse(slot.clear).parameterSet)).toEqual([
    "argon2id-64m-3-1",
  ]);
  await vault.lock();
  expect(await vault.unlock(fixture.passphrase)).toBe(true);
  expect(await vault.damagedRows()).toEqual([]);
});
