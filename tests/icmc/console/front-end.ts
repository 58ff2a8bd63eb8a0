import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { extname, join, normalize, resolve, sep } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".ts": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".json": "application/json; charset=utf-8",
};

export interface StaticFile {
  contentType: string;
  bytes: Uint8Array;
}

/** A console variant was asked for that does not exist. */
export class NoVariantError extends Error {
  constructor(variant: string) {
    super(`There is no console variant named ${variant}; see tests/icmc/variants.`);
    this.name = "NoVariantError";
  }
}

/** The folder a variant's pages are served from: its `dist` when it is built, else itself. @throws {@link NoVariantError} */
export function frontEndFolder(variant: string): string {
  if (!/^[a-z0-9-]+$/.test(variant)) throw new NoVariantError(variant);
  const folder = join(import.meta.dirname, "..", "variants", variant);
  const built = join(folder, "dist");
  const chosen = existsSync(join(built, "index.html")) ? built : folder;
  if (!existsSync(join(chosen, "index.html"))) {
    throw new NoVariantError(variant);
  }
  return chosen;
}

/**
 * A file of the front-end, or its `index.html` for every other path: the pages navigate by
 * themselves. TypeScript is served with its types taken out.
 *
 * @returns `null` for a path that names a file which is not there.
 */
export async function staticFile(folder: string, path: string): Promise<StaticFile | null> {
  const root = resolve(folder);
  const wanted = resolve(root, `.${normalize(`/${decodeURIComponent(path)}`)}`);
  const inside = wanted === root || wanted.startsWith(root + sep);
  const extension = extname(wanted);
  if (!inside || extension === "") return await read(join(root, "index.html"));
  return (await isFile(wanted)) ? await read(wanted) : null;
}

async function read(file: string): Promise<StaticFile> {
  const bytes = await readFile(file);
  const contentType = TYPES[extname(file)] ?? "application/octet-stream";
  if (extname(file) !== ".ts") return { contentType, bytes };
  return { contentType, bytes: Buffer.from(stripTypeScriptTypes(bytes.toString("utf8"))) };
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}
