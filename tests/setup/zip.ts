import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { installDebian, isDebianRoot } from "./debian.ts";
import { findingsWords, isClean, LINTER, lintFirefox } from "./lint-firefox.ts";
import { run } from "./run.ts";

// Packs what the stores take: npm run zip. With --check everything is packed twice and compared
// byte by byte, the package for Firefox once more from nothing but the archive of its sources, and
// the linter of Firefox's store has to have nothing to say.

const ROOT = join(import.meta.dirname, "..", "..");
const OUT = join(ROOT, ".output");
const BROWSERS = ["chrome", "edge", "firefox"] as const;

/** @returns The archives by name. */
function packed(): Map<string, Buffer> {
  for (const file of globSync("*.zip", { cwd: OUT })) rmSync(join(OUT, file));
  for (const browser of BROWSERS) run("wxt", ["zip", "-b", browser], ROOT);
  return new Map(
    globSync("*.zip", { cwd: OUT })
      .sort()
      .map((file) => [file, readFileSync(join(OUT, file))]),
  );
}

/** Builds from the archive as a reviewer of the store does, with the packages of this folder. */
function packedFromSources(sources: string): Map<string, Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "icmc-sources-"));
  try {
    ensureUnzip();
    run("unzip", ["-q", join(OUT, sources), "-d", folder], folder);
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
    run("wxt", ["zip", "-b", "firefox"], folder);
    return new Map(
      globSync(".output/*.zip", { cwd: folder }).map((file) => [
        basename(file),
        readFileSync(join(folder, file)),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ensureUnzip(): void {
  if (spawnSync("unzip", ["-v"]).status !== 0 && isDebianRoot()) installDebian("unzip");
}

const first = packed();
for (const [name, bytes] of first)
  process.stdout.write(`${name}  ${(bytes.length / 1000).toFixed(0)} kB\n`);
if (first.size !== BROWSERS.length + 1)
  throw new Error(`${BROWSERS.length + 1} archives were expected, ${first.size} were made`);
if (process.argv.includes("--check")) {
  const sources = [...first.keys()].find((name) => name.endsWith("-sources.zip"));
  if (!sources) throw new Error("there is no archive of the sources");
  const differing = [...packed(), ...packedFromSources(sources)]
    .filter(([name, bytes]) => !first.get(name)?.equals(bytes))
    .map(([name]) => name);
  if (differing.length > 0) {
    process.stderr.write(`Not the same when packed again: ${differing.join(", ")}\n`);
    process.exit(1);
  }
  process.stdout.write("Packed again, and for Firefox from its sources alone: equal bytes.\n");
  const found = lintFirefox();
  process.stdout.write(`${LINTER} lint of the Firefox build: ${findingsWords(found)}\n`);
  if (found === null || !isClean(found)) process.exit(1);
}
