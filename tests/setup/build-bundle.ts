import { spawnSync } from "node:child_process";
import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
/** The script of package.json, and what it writes last. */
const BUILDS = {
  chromium: { script: "build", built: join(ROOT, ".output", "chrome-mv3", "manifest.json") },
  firefox: {
    script: "build:firefox",
    built: join(ROOT, ".output", "firefox-mv3", "manifest.json"),
  },
};
const SOURCES = ["entrypoints/**", "components/**", "lib/**", "assets/**", "wxt.config.ts"];
const LOCKFILE = "package-lock.json";

/** The build failed; its own words stand above. */
export class BuildError extends Error {}

/**
 * Builds the production bundle for a browser, unless it is newer than everything it is made of.
 *
 * @throws {@link BuildError}
 */
export function buildBundle(kind: keyof typeof BUILDS = "chromium"): void {
  const { script, built } = BUILDS[kind];
  if (isFresh(built)) return;
  const { status } = spawnSync("npm", ["run", "--silent", script], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new BuildError("The extension could not be built.");
}

function isFresh(built: string): boolean {
  if (!existsSync(built)) return false;
  const builtAtMs = statSync(built).mtimeMs;
  return globSync([...SOURCES, LOCKFILE], { cwd: ROOT }).every(
    (path) => statSync(join(ROOT, path)).mtimeMs <= builtAtMs,
  );
}
