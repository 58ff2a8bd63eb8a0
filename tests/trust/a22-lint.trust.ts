import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findingsWords, isClean, LINTER, lintFirefox } from "../setup/lint-firefox.ts";
import { NODE, record } from "./figure.ts";

const ROOT = join(import.meta.dirname, "..", "..");

it("is linted without a word", () => {
  const types = succeeds("npx", ["tsc", "--noEmit"]);
  const lint = succeeds("npx", ["biome", "check", "--error-on-warnings", "."]);
  const found = lintFirefox();
  const holds = types && lint && (found === null || isClean(found));
  record({
    id: "A22",
    figure: `${LINTER.replace("@", " ")} lint of the Firefox build: ${findingsWords(found)}; types ${types ? "clean" : "NOT clean"}; Biome ${lint ? "clean" : "NOT clean"}`,
    holds,
    open: found === null ? "the linter could not be fetched here" : "",
    place: NODE,
  });
  expect([types, lint, found === null || isClean(found)]).toEqual([true, true, true]);
});

function succeeds(program: string, args: string[]): boolean {
  const { status } = spawnSync(program, args, {
    cwd: ROOT,
    stdio: "ignore",
    shell: process.platform === "win32",
  });
  return status === 0;
}
