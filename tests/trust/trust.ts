import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "../setup/ensure-browser.ts";
import { FIGURES, type Figure, loadNow, NODE, type RunMark, runMark, SEED } from "./figure.ts";
import { ROWS, type TrustRow } from "./rows.ts";
import { tableOf, writeTable } from "./table.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const STATE = join(FIGURES, "state.json");

/**
 * Runs every row of the table, one after the other, and writes the table of SECURITY.md anew.
 *
 *   npm run trust                 all rows; those done for this commit already are kept
 *   npm run trust -- --fresh      all rows anew
 *   npm run trust -- A3 A9        only these
 */
function main(args: readonly string[]): void {
  const asked = args.filter((one) => !one.startsWith("--"));
  const unknown = asked.filter((id) => !ROWS.some((row) => row.id === id));
  if (unknown.length > 0) {
    process.stderr.write(`There is no row ${unknown.join(", ")}.\n`);
    process.exit(1);
  }
  const commit = git("rev-parse", "HEAD");
  const isSame = existsSync(STATE) && readFileSync(STATE, "utf8") === `${commit} ${SEED}`;
  // Rows that were asked for by name are figures of the same table: the others stay.
  if (args.includes("--fresh") || (!isSame && asked.length === 0))
    rmSync(FIGURES, { recursive: true, force: true });
  mkdirSync(FIGURES, { recursive: true });
  writeFileSync(STATE, `${commit} ${SEED}`);
  build();
  const figures = () => ROWS.map((row) => ({ row, figure: read(row.id) }));
  for (const row of ROWS) {
    if (asked.length > 0 ? !asked.includes(row.id) : read(row.id) !== null) continue;
    if (row.files.length === 0) continue;
    rmSync(join(FIGURES, `${row.id}.json`), { force: true });
    process.stdout.write(`\n━━ ${row.id} ${row.promise}\n`);
    run(row);
    // After every row, so that a run that is broken off leaves what it has shown.
    writeTable(join(ROOT, "SECURITY.md"), figures(), SEED);
  }
  const rows = figures();
  process.stdout.write(`\n${tableOf(rows)}\n`);
  writeTable(join(ROOT, "SECURITY.md"), rows, SEED);
  const failing = rows.filter(({ figure }) => figure !== null && !figure.holds);
  if (failing.length > 0) process.exitCode = 1;
}

function run(row: TrustRow): void {
  const startedAtMs = performance.now();
  const begun = runMark();
  const loadBefore = loadNow();
  const byProject = Object.groupBy(row.files, (file) => file.split("/")[0] ?? "");
  const passed = Object.entries(byProject).map(([project, files]) => {
    const paths = (files ?? []).map((file) => join("tests", file));
    const { status } = spawnSync("npx", ["vitest", "run", "--project", project, ...paths], {
      cwd: ROOT,
      stdio: "inherit",
      shell: process.platform === "win32",
    });
    return status === 0;
  });
  const holds = passed.every(Boolean);
  const mark: RunMark = { ...begun, load: [loadBefore, loadNow()] };
  const known = read(row.id);
  const seconds = Math.round((performance.now() - startedAtMs) / 1000);
  const isBrowser = row.files.some((file) => file.startsWith("e2e/"));
  const place = isBrowser ? chromiumVersion() : NODE;
  const figure: Figure = known
    ? { ...known, holds: known.holds && holds, seconds, run: mark }
    : {
        id: row.id,
        figure: holds ? (row.figure ?? "") : "its test fails",
        holds,
        open: row.open ?? "",
        seconds,
        place,
        run: mark,
      };
  writeFileSync(join(FIGURES, `${row.id}.json`), JSON.stringify(figure, null, 2));
}

function read(id: string): Figure | null {
  const file = join(FIGURES, `${id}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

function build(): void {
  for (const script of ["build", "build:firefox"])
    spawnSync("npm", ["run", "--silent", script], { cwd: ROOT, stdio: "ignore" });
}

function chromiumVersion(): string {
  const { stdout } = spawnSync(ensureBrowser("chromium"), ["--version"], { encoding: "utf8" });
  return /[A-Za-z ]+\d+/.exec(stdout)?.[0].trim() ?? "Chromium";
}

function git(...args: string[]): string {
  return spawnSync("git", args, { cwd: ROOT, encoding: "utf8" }).stdout.trim();
}

main(process.argv.slice(2));
