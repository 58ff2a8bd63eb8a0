import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { freshProfile } from "../e2e/browser.ts";
import {
  type AttackedPage,
  keyNumber,
  openAttacked,
  openAttackedFirefox,
} from "./attacked-browser.ts";
import { progress, record, scaled } from "./figure.ts";
import { formsOf } from "./secret-forms.ts";
import { unpacked } from "./unpacked.ts";
import { vaultKeyOf } from "./vault-key-of.ts";

const KEYS = scaled(200);
const PASSPHRASES = scaled(20);

it("leaves no secret on the disk", async () => {
  const told = progress("A9", 2 * (KEYS + PASSPHRASES));
  const profiles = [await freshProfile(), await freshProfile()] as const;
  const one = await openAttacked(profiles[0]);
  const version = await one.chromium.browser.version();
  const first = await useEverything(one, told);
  await one.chromium.close();
  const other = await openAttackedFirefox({ profile: profiles[1] });
  const second = await useEverything(other, (done) => told(KEYS + PASSPHRASES + done));
  await other.firefox.close();
  const found = [await search(profiles[0], first), await search(profiles[1], second)];
  for (const profile of profiles) await rm(profile, { recursive: true, force: true });
  const hits = found.flatMap((one) => one.hits);
  const isControlFound = found.every((one) => one.isControlFound);
  const searched = found.map(({ bytes }) => Math.round(bytes / 2 ** 20)).join(" and ");
  record({
    id: "A9",
    figure: `${KEYS} tokens, ${PASSPHRASES} passphrases, a recovery code and the vault key, each in UTF-8, UTF-16, hex and base64, in ${searched} MiB of the two profiles (compressed tables and database values unpacked): ${hits.length} hits; the vault's id, which is in clear, was ${isControlFound ? "found in both" : "NOT found"}`,
    holds: hits.length === 0 && isControlFound,
    open: "",
    place: `${version}, ${other.place}`,
  });
  expect([hits, isControlFound]).toEqual([[], true]);
});

interface Used {
  vaultId: string;
  needles: { what: string; bytes: Buffer }[];
}

async function useEverything(ours: AttackedPage, told: (done: number) => void): Promise<Used> {
  const passphrases = Array.from(
    { length: PASSPHRASES },
    (_, at) => `walnut harbour drifts ${at} beyond`,
  );
  const [first = ""] = passphrases;
  const last = passphrases.at(-1) ?? "";
  await ours.ask("createVault", first);
  const keys = Array.from({ length: KEYS }, (_, at) => keyNumber(at));
  for (const [at, { token, description }] of keys.entries()) {
    await ours.ask("addKey", { token, description, end: { kind: "unknown" } });
    told(at + 1);
  }
  for (const [at, passphrase] of passphrases.slice(1).entries()) {
    const proof = { kind: "passphrase" as const, passphrase: passphrases[at] ?? "" };
    await ours.ask("changePassphrase", { proof, passphrase });
    told(KEYS + at + 2);
  }
  const code = await ours.ask("addRecoveryCode", { kind: "passphrase", passphrase: last });
  const slot = await ours.slotRow();
  const vaultKey = await vaultKeyOf(slot, last);
  const { vaultId } = slot as { vaultId: string };
  await ours.look();
  await ours.ask("lock");
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
  return { vaultId, needles };
}

async function search(profile: string, { vaultId, needles }: Used) {
  const found = { hits: [] as string[], isControlFound: false, bytes: 0 };
  const controls = [Buffer.from(vaultId), Buffer.from(vaultId, "utf16le")];
  for (const file of await readdir(profile, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    const content = await readFile(path);
    for (const bytes of [content, ...unpacked(path, content)]) {
      found.bytes += bytes.length;
      found.isControlFound ||= controls.some((control) => bytes.includes(control));
      for (const needle of needles)
        if (bytes.includes(needle.bytes)) found.hits.push(`${needle.what} in ${file.name}`);
    }
  }
  return found;
}
