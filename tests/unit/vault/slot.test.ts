import { beforeAll, expect, it } from "vitest";
import type { Row } from "../../../lib/vault/format";
import { type Disk, factsOf, imageOf, newPlace, PASSPHRASE, placeFrom } from "./place";

let locked: Disk;

beforeAll(async () => {
  const place = await newPlace();
  const vault = place.open();
  await vault.create(PASSPHRASE);
  await vault.addKey("secret", factsOf("only"));
  await vault.lock();
  // Without a second copy to be mended from.
  locked = { ...(await imageOf(place)), mirror: [], anchor: [] };
});

async function unlockAfter(change: (row: Row, clear: Record<string, unknown>) => Partial<Row>) {
  const place = await placeFrom(locked);
  const [row] = (await place.db.getAll("rows")).filter(({ kind }) => kind === "slot") as [Row];
  await place.db.put("rows", { ...row, ...change(row, JSON.parse(row.clear)) });
  return place.open().unlock(PASSPHRASE);
}

it.each<[string, (row: Row, clear: Record<string, unknown>) => Partial<Row>]>([
  [
    "asks for costs of its own",
    (_, clear) => ({ clear: JSON.stringify({ ...clear, parameterSet: "argon2id-4g-9-1" }) }),
  ],
  [
    "names a property of every object",
    (_, clear) => ({ clear: JSON.stringify({ ...clear, parameterSet: "constructor" }) }),
  ],
  ["brings a number along", (_, clear) => ({ clear: JSON.stringify({ ...clear, memoryKiB: 8 }) })],
  ["has a shorter salt", (_, clear) => ({ clear: JSON.stringify({ ...clear, salt: "AAAA" }) })],
  ["is no JSON", () => ({ clear: "{" })],
  [
    "has an altered commitment",
    (_, clear) => ({ clear: JSON.stringify({ ...clear, commitment: btoa("x".repeat(32)) }) }),
  ],
  ["has an altered key", ({ ciphertext }) => ({ ciphertext: ciphertext.map((byte) => byte ^ 1) })],
])("is called damaged, not a wrong passphrase, when the slot %s", async (_, change) => {
  await expect(unlockAfter(change)).rejects.toMatchObject({ name: "DamagedVaultError" });
});

it("is called newer when every slot is of a later format", async () => {
  await expect(unlockAfter(() => ({ format: 2 }))).rejects.toMatchObject({
    name: "NewerFormatError",
  });
});

it("opens to read, and writes nothing, when the manifest is damaged", async () => {
  const place = await placeFrom(locked);
  const [row] = (await place.db.getAll("rows")).filter(({ kind }) => kind === "manifest") as [Row];
  await place.db.put("rows", { ...row, ciphertext: new Uint8Array(32) });
  const vault = place.open();

  expect(await vault.unlock(PASSPHRASE)).toBe(true);

  expect(await vault.state()).toBe("damaged");
  const [key] = await vault.keys();
  expect(await vault.token(key?.id ?? "")).toBe("secret");
  await expect(vault.removeKey(key?.id ?? "")).rejects.toMatchObject({ name: "DamagedVaultError" });
});
