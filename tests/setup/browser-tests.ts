import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { IN_NPM_TEST, LEFT_OUT } from "../e2e/in-firefox.ts";

// Runs the browser tests: npm run e2e [-- files], and with --firefox in Firefox, there the files of
// `npm test` unless some are named or --all is. Files that failed run once more, each as a whole
// with a new browser, for a real browser on a busy machine is late at times; what fails twice has
// failed. The promises of one file build on one another, so a single one of them cannot be repeated.

const ROOT = join(import.meta.dirname, "..", "..");
const wishes = process.argv.slice(2);
const isFirefox = wishes.includes("--firefox");
const PROJECT = isFirefox ? "e2e-firefox" : "e2e";
const REPORT = join(ROOT, ".output", `browser-tests-${PROJECT}.json`);

interface Report {
  testResults: { name: string; status: string }[];
}

/** @returns Names of the files that failed; `null` when the run ended without a report. */
function failedIn(files: readonly string[]): string[] | null {
  rmSync(REPORT, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
  const { status } = spawnSync("vitest", ["run", "--project", PROJECT, ...reporters, ...files], {
    cwd: ROOT,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status === 0) return [];
  const failed = readReport()?.testResults.filter((file) => file.status !== "passed");
  return failed && failed.length > 0 ? failed.map(({ name }) => relative(ROOT, name)) : null;
}

function readReport(): Report | null {
  try {
    return JSON.parse(readFileSync(REPORT, "utf8")) as Report;
  } catch (error) {
    // The runner itself fell over; its own words stand above.
    if (error instanceof SyntaxError || (error as { code?: string }).code === "ENOENT") return null;
    throw error;
  }
}

/** Tells what is not run, and why. @returns The files to run; all of them when it is empty. */
function chosenForFirefox(named: readonly string[]): readonly string[] {
  for (const [file, reason] of Object.entries(LEFT_OUT))
    process.stdout.write(`Left out in Firefox: ${file} (${reason})\n`);
  if (named.length > 0 || wishes.includes("--all")) return named;
  process.stdout.write(
    `In Firefox ${IN_NPM_TEST.length} files are run here; npm run test:firefox runs all (tests/e2e/README.md).\n`,
  );
  return IN_NPM_TEST;
}

const named = wishes.filter((wish) => !wish.startsWith("--"));
const failed = failedIn(isFirefox ? chosenForFirefox(named) : named);
if (failed === null) process.exit(1);
if (failed.length > 0) {
  process.stdout.write(`\nFailed, and run once more: ${failed.join(", ")}\n`);
  const again = failedIn(failed);
  process.exit(again !== null && again.length === 0 ? 0 : 1);
}
