import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { buildBundle } from "../setup/build-bundle.ts";
import type { Figure } from "./figure.ts";
import { ROWS, type TrustRow } from "./rows.ts";
import { shortVerdict } from "./short-verdict.ts";

// A few of each attack, for `npm test`: npm run trust:short [-- A3 A9]. Writes no table. Rows that
// another step of `npm test` shows are named with it.

const ROOT = join(import.meta.dirname, "..", "..");
/** The part of the full number that is run. */
const PART = "0.03";

function main(asked: readonly string[]): void {
  const rows = ROWS.filter(({ id }) => asked.length === 0 || asked.includes(id));
  const run = rows.filter(({ short }) => short === "run");
  if (run.length > 0) buildBundle("firefox");
  const folder = mkdtempSync(join(tmpdir(), "icmc-trust-"));
  const figureFile = ({ id }: TrustRow) => join(folder, `${id}.json`);
  const passed = filesPassed(run.flatMap(ownFiles), folder);
  // One that fell over before it had a figure, as a browser on a busy machine may, has shown
  // nothing and is run once more. A figure that does not hold stands.
  const fallen = run.filter((row) => read(figureFile(row)) === null);
  if (fallen.length > 0) {
    const ids = fallen.map(({ id }) => id).join(", ");
    process.stdout.write(`\nWithout a figure, and run once more: ${ids}\n`);
    passed.push(...filesPassed(fallen.flatMap(ownFiles), folder));
  }
  const verdicts = rows.map((row) =>
    shortVerdict(
      row,
      ownFiles(row).every((file) => passed.includes(file)),
      read(figureFile(row)),
    ),
  );
  rmSync(folder, { recursive: true });
  process.stdout.write(`\n${verdicts.map(({ line }) => line).join("\n")}\n`);
  if (verdicts.some(({ isRed }) => isRed)) process.exitCode = 1;
}

function ownFiles({ files, short }: TrustRow): string[] {
  if (short !== "run") return [];
  return files.filter((file) => file.startsWith("trust/")).map((file) => `tests/${file}`);
}

/** Runs the files. @returns Those in which nothing failed. */
function filesPassed(files: readonly string[], folder: string): string[] {
  const report = join(folder, "report.json");
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const env = { TRUST_SCALE: PART, TRUST_FIGURES: folder };
  spawn("vitest", ["run", "--project", "trust", ...reporters, ...files], env);
  const { testResults = [] } = (read(report) ?? {}) as {
    testResults?: { name: string; status: string }[];
  };
  return testResults
    .filter(({ status }) => status === "passed")
    .map(({ name }) => relative(ROOT, name).replaceAll("\\", "/"));
}

function spawn(program: string, args: string[], env: Record<string, string> = {}): number | null {
  const { status } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, ...env },
  });
  return status;
}

function read(file: string): Figure | null {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

main(process.argv.slice(2));
