import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { NODE, record } from "./figure.ts";

const ROOT = join(import.meta.dirname, "..", "..");
/** Fetched for this run only: it brings several hundred packages that nothing else needs. */
const LINTER = "web-ext@10.7.0";

it("is linted without a word", () => {
  const types = run("npx", ["tsc", "--noEmit"]).status === 0;
  const lint = run("npx", ["biome", "check", "--error-on-warnings", "."]).status === 0;
  const { stdout } = run("npx", [
    "--yes",
    LINTER,
    "lint",
    "--source-dir",
    join(".output", "firefox-mv3"),
    "--output",
    "json",
  ]);
  const found = summaryOf(stdout);
  const isClean = found !== null && found.errors + found.warnings + found.notices === 0;
  const words = found
    ? `${found.errors} errors, ${found.warnings} warnings, ${found.notices} notices`
    : "not run";
  record({
    id: "A22",
    figure: `${LINTER.replace("@", " ")} lint of the Firefox build: ${words}; types ${types ? "clean" : "NOT clean"}; Biome ${lint ? "clean" : "NOT clean"}`,
    holds: types && lint && (found === null || isClean),
    open: found === null ? "the linter could not be fetched here" : "",
    place: NODE,
  });
  expect([types, lint, found === null || isClean]).toEqual([true, true, true]);
});

interface Summary {
  errors: number;
  warnings: number;
  notices: number;
}

/** `null` when the linter did not run. */
function summaryOf(stdout: string): Summary | null {
  const at = stdout.indexOf("{");
  if (at < 0) return null;
  try {
    const { summary } = JSON.parse(stdout.slice(at)) as { summary?: Summary };
    return summary ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function run(program: string, args: string[]) {
  return spawnSync(program, args, {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 2 ** 20,
    shell: process.platform === "win32",
  });
}
