import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { frontEndFolder } from "../console/front-end.ts";

const VARIANTS = import.meta.dirname;
const ROOT = join(VARIANTS, "..", "..", "..");
const OUTPUT = join(ROOT, ".output", "icmc-variants");
const WXT = join(ROOT, "node_modules", "wxt", "bin", "wxt.mjs");
const BUILD_ONE = join(VARIANTS, "build-one.ts");
/** What every built variant may take from. */
const COMMON = [join(VARIANTS, "shared"), join(VARIANTS, "house"), join(ROOT, "package-lock.json")];

/**
 * The folder a variant is served from. A variant made with a UI kit (it has an `about.ts`) is built
 * first when its build is missing or older than its sources; the house's own is served as it is.
 */
export async function variantFolder(variant: string): Promise<string> {
  const source = join(VARIANTS, variant);
  if (!/^[a-z0-9-]+$/.test(variant) || !existsSync(join(source, "about.ts"))) {
    return frontEndFolder(variant);
  }
  const built = join(OUTPUT, variant);
  if ((await builtAtMs(built)) < (await newestMs([source, ...COMMON]))) await build(source, built);
  return built;
}

/** Built beside its place and moved there at the end, so that nobody is ever served half a build. */
async function build(source: string, built: string): Promise<void> {
  const startedAt = new Date();
  const run = promisify(execFile);
  // The project's tsconfig.json extends a file that WXT writes.
  if (!existsSync(join(ROOT, ".wxt", "tsconfig.json"))) {
    await run(process.execPath, [WXT, "prepare"], { cwd: ROOT });
  }
  const fresh = `${built}.${process.pid}`;
  await mkdir(OUTPUT, { recursive: true });
  // A test runner says NODE_ENV=test, which would make the kits' development builds.
  await run(process.execPath, [BUILD_ONE, source, fresh], {
    env: { ...process.env, NODE_ENV: "production" },
  });
  await utimes(join(fresh, "index.html"), startedAt, startedAt);
  await rm(built, { recursive: true, force: true });
  await rename(fresh, built);
}

async function builtAtMs(built: string): Promise<number> {
  const page = join(built, "index.html");
  return existsSync(page) ? (await stat(page)).mtimeMs : 0;
}

async function newestMs(paths: readonly string[]): Promise<number> {
  const times = await Promise.all(
    paths.map(async (path) => {
      const { mtimeMs } = await stat(path);
      if (!(await stat(path)).isDirectory()) return mtimeMs;
      const files = await readdir(path, { recursive: true });
      const inside = await Promise.all(files.map((file) => stat(join(path, file))));
      return Math.max(mtimeMs, ...inside.map((one) => one.mtimeMs));
    }),
  );
  return Math.max(...times);
}
