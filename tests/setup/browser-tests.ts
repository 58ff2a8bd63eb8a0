import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";

// Runs the browser tests: npm run e2e [-- files]. Files that failed run once more, each as a whole
// with a new browser, for a real browser on a busy machine is late at times; what fails twice has
// failed. The promises of one file build on one another, so a single one of them cannot be repeated.

const ROOT = join(import.meta.dirname, "..", "..");
const REPORT = join(ROOT, ".output", "browser-tests.json");

interface Report {
  testResults: { name: string; status: string }[];
}

/** @returns Names of the files that failed; `null` when the run ended without a report. */
function failedIn(files: readonly string[]): string[] | null {
  rmSync(REPORT, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];
  const { status } = spawnSync("vitest", ["run", "--project", "e2e", ...reporters, ...files], {
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

const failed = failedIn(process.argv.slice(2));
if (failed === null) process.exit(1);
if (failed.length > 0) {
  process.stdout.write(`\nFailed, and run once more: ${failed.join(", ")}\n`);
  const again = failedIn(failed);
  process.exit(again !== null && again.length === 0 ? 0 : 1);
}
