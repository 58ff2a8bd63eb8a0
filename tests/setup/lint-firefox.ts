import { spawnSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
/** Fetched for a run only: it brings several hundred packages that nothing else needs. */
export const LINTER = "web-ext@10.7.0";

export interface Findings {
  errors: number;
  warnings: number;
  notices: number;
}

/** What the linter of Firefox's store says of the Firefox build; `null` when it could not be run. */
export function lintFirefox(): Findings | null {
  const args = ["lint", "--source-dir", join(".output", "firefox-mv3"), "--output", "json"];
  const { stdout } = spawnSync("npx", ["--yes", LINTER, ...args], {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 64 * 2 ** 20,
    shell: process.platform === "win32",
  });
  return summaryOf(stdout ?? "");
}

/** In words, such as "0 errors, 0 warnings, 0 notices". */
export function findingsWords(found: Findings | null): string {
  if (found === null) return "not run";
  return `${found.errors} errors, ${found.warnings} warnings, ${found.notices} notices`;
}

export function isClean({ errors, warnings, notices }: Findings): boolean {
  return errors + warnings + notices === 0;
}

function summaryOf(stdout: string): Findings | null {
  const at = stdout.indexOf("{");
  if (at < 0) return null;
  try {
    const { summary } = JSON.parse(stdout.slice(at)) as { summary?: Findings };
    return summary ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
