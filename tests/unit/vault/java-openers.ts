import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SOURCES = join(import.meta.dirname, "..", "..", "trust", "opener");

/** The openers written in Java from the description of the format. */
export interface JavaOpeners {
  /** Java's own name and version. */
  version: string;
  /** @param fixture - Text of a vault fixture. @returns the JSON it prints. */
  openVault(fixture: string): unknown;
  openBackup(file: Uint8Array, passphrase: string): unknown;
  close(): void;
}

/** `null` where no Java of 17 or later is installed. */
export function javaOpeners(): JavaOpeners | null {
  const asked = spawnSync("javac", ["-version"], { encoding: "utf8" });
  const version = /\d+/.exec(asked.stdout ?? "")?.[0];
  if (asked.status !== 0 || Number(version) < 17) return null;
  const folder = mkdtempSync(join(tmpdir(), "icmc-openers-"));
  const sources = readdirSync(SOURCES).map((file) => join(SOURCES, file));
  run("javac", ["-encoding", "UTF-8", "-d", folder, ...sources]);
  const open = (program: string, input: string | Uint8Array, ...more: string[]): unknown => {
    const file = join(folder, "input");
    writeFileSync(file, input);
    return JSON.parse(
      run("java", ["-Dfile.encoding=UTF-8", "-cp", folder, program, file, ...more]),
    );
  };
  return {
    version: `Java ${version}`,
    openVault: (fixture) => open("VaultOpener", fixture),
    openBackup: (file, passphrase) => open("BackupOpener", file, passphrase),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function run(program: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: "utf8",
    // Names and passphrases go over the command line as they are.
    env: { ...process.env, LC_ALL: "C.UTF-8" },
    maxBuffer: 64 * 2 ** 20,
  });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
  return stdout;
}
