import { expect, it } from "vitest";
import type { Row } from "../../../lib/vault/format";
import { parsePassphraseSlot } from "../../../lib/vault/parse-slots";
import { openPassphraseSlot } from "../../../lib/vault/passphrase-slot";
import { captureOf, factsOf, imageOf, newPlace, PASSPHRASE } from "./place";

it("leaves no secret, name, host or vault key in clear, while open and after the lock", async () => {
  const place = await newPlace();
  const vault = place.open();
  await vault.create(PASSPHRASE);
  const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjdXN0b21lciJ9.c2lnbmF0dXJl";
  await vault.addKey(token, { ...factsOf("Customer Hamburg"), notes: "Veeam host 3" });
  await vault.hold({ ...captureOf("Customer Lisbon"), token: "second-one-time-token" });
  await vault.putDocument("snapshot", "contracts of Hamburg", { partner: "Customer Porto" });
  const open = await imageOf(place);
  await vault.lock();
  const closed = await imageOf(place);
  const slot = open.rows.find((row) => (row as Row).kind === "slot") as Row;
  const parsed = parsePassphraseSlot(slot) as Exclude<
    ReturnType<typeof parsePassphraseSlot>,
    "unknown" | null
  >;
  const vaultKey = (await openPassphraseSlot(slot, parsed, PASSPHRASE)) as Uint8Array;

  const words = [
    ...[token, "second-one-time-token", PASSPHRASE, "Customer Hamburg", "Veeam host 3"],
    ...["Customer Lisbon", "contracts of Hamburg", "Customer Porto", "partner.impossiblecloud"],
    ...["2027-09-01T12:34:56", "2027-03-01T10:00:00"],
  ];
  for (const disk of [open, closed]) {
    const bytes = bytesOf([disk.rows, disk.inbox, disk.memory]);
    for (const word of words)
      for (const [encoding, needle] of formsOf(Buffer.from(word)))
        expect(bytes.includes(needle), `${word.slice(0, 8)}… as ${encoding}`).toBe(false);
    for (const [encoding, needle] of formsOf(Buffer.from(vaultKey)))
      expect(bytes.includes(needle), `the vault key as ${encoding}`).toBe(false);
  }
});

it("finds what does stand in clear, so that the search above means something", async () => {
  const place = await newPlace();
  await place.open().create(PASSPHRASE);
  const { rows } = await imageOf(place);
  const slot = rows.find((row) => (row as Row).kind === "slot") as Row;

  const bytes = bytesOf(rows);

  expect(bytes.includes(Buffer.from("argon2id-64m-3-1"))).toBe(true);
  expect(bytes.includes(Buffer.from(slot.ciphertext))).toBe(true);
});

/** Every string and every byte of a structure, one after the other. */
function bytesOf(value: unknown): Buffer {
  if (typeof value === "string") return Buffer.from(value);
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (Array.isArray(value)) return Buffer.concat(value.map(bytesOf));
  if (typeof value === "object" && value !== null)
    return Buffer.concat([...Object.keys(value), ...Object.values(value)].map(bytesOf));
  return Buffer.from(String(value));
}

function formsOf(needle: Buffer): [string, Buffer][] {
  const utf16 = Buffer.from(needle.toString("utf8"), "utf16le");
  // Whatever stands before it in base64, one of three shifts shows.
  const shifted = [0, 1, 2].map((shift): [string, Buffer] => {
    const text = Buffer.concat([Buffer.alloc(shift), needle]).toString("base64");
    return [`base64 + ${shift}`, Buffer.from(text.slice(shift + (shift ? 1 : 0), -4))];
  });
  return [
    ["bytes", needle],
    ["UTF-16", utf16],
    ["hex", Buffer.from(needle.toString("hex"))],
    ...shifted,
  ];
}
