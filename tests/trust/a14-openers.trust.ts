import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { sealBackup } from "../../lib/vault/backup-file";
import { javaOpeners } from "../unit/vault/java-openers";
import { factsOf, newPlace, PASSPHRASE } from "../unit/vault/place";
import { NODE, record, scaled } from "./figure";

const KEYS = scaled(200);
const BACKUP_PASSPHRASE = "quiet lantern orbit 77 meadow";

it("is opened by programs that share nothing with it", async () => {
  const place = await newPlace();
  const vault = place.open();
  await vault.create(PASSPHRASE);
  for (let at = 0; at < KEYS; at++) await vault.addKey(`secret ${at} ü`, factsOf(`key ${at}`));
  const image = fixtureOf([
    ...(await place.db.getAll("rows")),
    ...(await place.db.getAll("inbox")),
  ] as object[]);
  const backup = await vault.backup();
  const file = await sealBackup(backup, BACKUP_PASSPHRASE);
  const wanted = backup.keys.map(({ id, token }) => `${id} ${token}`).sort();
  const tokensOf = (opened: unknown) =>
    (opened as { keys: { id: string; token: string }[] }).keys
      .map(({ id, token }) => `${id} ${token}`)
      .sort();

  const java = javaOpeners();
  const missing: string[] = [];
  const wrong: string[] = [];
  const by: string[] = [];
  if (java) {
    const fromVault = tokensOf(java.openVault(image));
    const fromBackup = tokensOf(java.openBackup(file, BACKUP_PASSPHRASE));
    if (fromVault.join() !== wanted.join()) wrong.push("vault in Java");
    if (fromBackup.join() !== wanted.join()) wrong.push("backup in Java");
    by.push(`vault and backup by programs in ${java.version}, written from the description`);
    java.close();
  } else missing.push("no Java 17 here for the openers in tests/trust/opener");
  const age = openWithAge(file);
  if (age) {
    if (tokensOf(JSON.parse(age.text)).join() !== wanted.join()) wrong.push(age.version);
    by.push(`the backup by ${age.version}`);
  } else missing.push("no program named age (with python3 to type its passphrase) is installed");
  record({
    id: "A14",
    figure: `a vault of ${KEYS} keys and its backup: ${by.join("; ")}; ${wrong.length} differed`,
    holds: wrong.length === 0 && by.length > 0,
    open: missing.join("; "),
    place: NODE,
  });
  expect(wrong).toEqual([]);
  expect(by).not.toEqual([]);
});

function fixtureOf(rows: object[]): string {
  return JSON.stringify({ passphrase: PASSPHRASE, rows, inbox: [] }, (_name, value: unknown) =>
    value instanceof Uint8Array ? value.toBase64() : value,
  );
}

/** The program asks a terminal for the passphrase, so it gets one. */
const TERMINAL = `
import os, pty, sys
pid, fd = pty.fork()
if pid == 0:
    os.execvp("age", ["age", "-d", "-o", sys.argv[2], sys.argv[1]])
said = b""
while b"passphrase" not in said:
    said += os.read(fd, 1024)
os.write(fd, sys.argv[3].encode() + b"\\n")
try:
    while os.read(fd, 1024): pass
except OSError: pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

function openWithAge(file: Uint8Array): { version: string; text: string } | null {
  const asked = spawnSync("age", ["--version"], { encoding: "utf8" });
  if (asked.status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), "icmc-age-"));
  const [sealed, opened] = [join(folder, "backup.age"), join(folder, "backup.json")];
  writeFileSync(sealed, file);
  const { status } = spawnSync("python3", ["-c", TERMINAL, sealed, opened, BACKUP_PASSPHRASE]);
  const text = status === 0 ? readFileSync(opened, "utf8") : null;
  rmSync(folder, { recursive: true, force: true });
  return text === null ? null : { version: `age ${asked.stdout.trim()}`, text };
}
