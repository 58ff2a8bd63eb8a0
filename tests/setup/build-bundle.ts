import { spawnSync } from "node:child_process";
import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
const BUILT = join(ROOT, ".output", "chrome-mv3", "manifest.json");
const SOURCES = ["entrypoints/**", "components/**", "lib/**", "assets/**", "wxt.config.ts"];
const LOCKFILE = "package-lock.json";

/** The build failed; its own words stand above. */
export class BuildError extends Error {}

/**
 * Builds the production bundle for Chromium, unless it is newer than everything it is made of.
 *
 * @throws {@link BuildError}
 */
export function buildBundle(): void {
  if (isFresh()) return;
  const { status } = spawnSync("npm", ["run", "--silent", "build"], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new BuildError("The extension could not be built.");
}

function isFresh(): boolean {
  if (!existsSync(BUILT)) return false;
  const builtAtMs = statSync(BUILT).mtimeMs;
  return globSync([...SOURCES, LOCKFILE], { cwd: ROOT }).every(
    (path) => statSync(join(ROOT, path)).mtimeMs <= builtAtMs,
  );
}
