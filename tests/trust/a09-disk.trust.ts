import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Row } from "../../lib/vault/format.ts";
import { parsePassphraseSlot } from "../../lib/vault/parse-slots.ts";
import { openPassphraseSlot } from "../../lib/vault/passphrase-slot.ts";
import { freshProfile } from "../e2e/browser.ts";
import { keyNumber, openAttacked } from "./attacked-browser.ts";
import { progress, record, scaled } from "./figure.ts";
import { formsOf } from "./secret-forms.ts";

const KEYS = scaled(200);
const PASSPHRASES = scaled(20);

it("leaves no secret on the disk", async () => {
  const profile = await freshProfile();
  const browser = await openAttacked(profile);
  const place = await browser.chromium.browser.version();
  const passphrases = Array.from(
    { length: PASSPHRASES },
    (_, at) => `walnut harbour drifts ${at} beyond`,
  );
  const [first = ""] = passphrases;
  await browser.ask("createVault", first);
  const told = progress("A9", KEYS + PASSPHRASES);
  const keys = Array.from({ length: KEYS }, (_, at) => keyNumber(at));
  for (const [at, { token, description }] of keys.entries()) {
    const key = { token, description, end: { kind: "unknown" as const } };
    await browser.ask("addKey", key);
    told(at + 1);
  }
  for (const [at, passphrase] of passphrases.slice(1).entries()) {
    const proof = { kind: "passphrase" as const, passphrase: passphrases[at] ?? "" };
    await browser.ask("changePassphrase", { proof, passphrase });
    told(KEYS + at + 2);
  }
  const code = await browser.ask("renewRecoveryCode", {
    kind: "passphrase",
    passphrase: passphrases.at(-1) ?? "",
  });
  const vaultKey = await keyOf(await browser.slotRow(), passphrases.at(-1) ?? "");
  const { vaultId } = (await browser.slotRow()) as { vaultId: string };
  await browser.look();
  await browser.ask("lock");
  await browser.chromium.close();

  const needles = [
    ...keys.map(({ token }): [string, Buffer] => ["token", Buffer.from(token)]),
    // The part of a token nobody could know from another.
    ...keys.map(({ token }): [string, Buffer] => [
      "signature",
      Buffer.from(token.split(".")[2] ?? ""),
    ]),
    ...passphrases.map((one): [string, Buffer] => ["passphrase", Buffer.from(one)]),
    ["recovery code", Buffer.from(code)] as [string, Buffer],
    ["vault key", vaultKey] as [string, Buffer],
  ].flatMap(([name, needle]) =>
    formsOf(needle).map(([form, bytes]) => ({ what: `${name} as ${form}`, bytes })),
  );
  const hits: string[] = [];
  let isControlFound = false;
  let searched = 0;
  for (const file of await readdir(profile, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const content = await readFile(join(file.parentPath, file.name));
    searched += content.length;
    isControlFound ||=
      content.includes(vaultId) || content.includes(Buffer.from(vaultId, "utf16le"));
    for (const { what, bytes } of needles)
      if (content.includes(bytes)) hits.push(`${what} in ${file.name}`);
  }
  await rm(profile, { recursive: true, force: true });
  record({
    id: "A9",
    figure: `${KEYS} tokens, ${PASSPHRASES} passphrases, a recovery code and the vault key, each in UTF-8, UTF-16, hex and base64, in ${Math.round(searched / 2 ** 20)} MiB of profile: ${hits.length} hits; the vault's id, which is in clear, was ${isControlFound ? "found" : "NOT found"}`,
    holds: hits.length === 0 && isControlFound,
    open: "Chromium only; compressed files are searched as they stand",
    place,
  });
  expect([hits, isControlFound]).toEqual([[], true]);
});

async function keyOf(stored: unknown, passphrase: string): Promise<Buffer> {
  const { nonce, ciphertext, ...rest } = stored as Record<string, string>;
  const row = {
    ...rest,
    nonce: Uint8Array.fromBase64(nonce ?? ""),
    ciphertext: Uint8Array.fromBase64(ciphertext ?? ""),
  } as unknown as Row;
  const slot = parsePassphraseSlot(row);
  if (slot === null || slot === "unknown") throw new Error("no passphrase slot");
  const vaultKey = await openPassphraseSlot(row, slot, passphrase);
  if (!vaultKey) throw new Error("the slot did not open");
  return Buffer.from(vaultKey);
}
