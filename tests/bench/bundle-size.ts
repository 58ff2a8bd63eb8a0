import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { gzipSync } from "node:zlib";

export interface Size {
  rawBytes: number;
  gzipBytes: number;
}

/** The parts of a built extension. Everything is counted once where it is loaded first. */
export interface BundleSizes {
  /** Scripts a page loads before it is drawn: its own and whatever those import at once. */
  "popup first-load JS": Size;
  "popup CSS": Size;
  "workspace first-load JS": Size;
  "content script": Size;
  background: Size;
  /** Chunks that no page loads at first, by file. */
  [chunk: `later ${string}`]: Size;
}

/** @param bundle - Folder of the built extension. */
export function bundleSizes(bundle: string): BundleSizes {
  const popup = firstLoad(bundle, "popup.html");
  const workspace = firstLoad(bundle, "workspace.html");
  const first = new Set([...popup.scripts, ...workspace.scripts]);
  const later = readdirSync(join(bundle, "chunks"))
    .map((name) => `chunks/${name}`)
    .filter((file) => file.endsWith(".js") && !first.has(file));
  return {
    "popup first-load JS": sizeOf(bundle, popup.scripts),
    "popup CSS": sizeOf(bundle, popup.styles),
    "workspace first-load JS": sizeOf(bundle, workspace.scripts),
    "content script": sizeOf(bundle, filesIn(bundle, "content-scripts")),
    background: sizeOf(bundle, ["background.js"]),
    ...Object.fromEntries(
      later.map((file) => [`later ${posix.basename(file)}`, sizeOf(bundle, [file])]),
    ),
  };
}

function firstLoad(bundle: string, page: string): { scripts: string[]; styles: string[] } {
  const html = readFileSync(join(bundle, page), "utf8");
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].flatMap(
    ([, file]) => file ?? [],
  );
  const scripts = new Set<string>();
  const follow = (file: string) => {
    if (scripts.has(file)) return;
    scripts.add(file);
    const code = readFileSync(join(bundle, file), "utf8");
    for (const [, specifier] of code.matchAll(/\b(?:from|import)\s*["'](\.[^"']+\.js)["']/g))
      if (specifier) follow(posix.join(dirname(file), specifier));
  };
  for (const file of named) if (file.endsWith(".js")) follow(file);
  return { scripts: [...scripts], styles: named.filter((file) => file.endsWith(".css")) };
}

function filesIn(bundle: string, folder: string): string[] {
  return readdirSync(join(bundle, folder)).map((name) => `${folder}/${name}`);
}

/** Each file compressed by itself, as a store or a browser would. */
function sizeOf(bundle: string, files: readonly string[]): Size {
  let rawBytes = 0;
  let gzipBytes = 0;
  for (const file of files) {
    const bytes = readFileSync(join(bundle, file));
    rawBytes += bytes.length;
    gzipBytes += gzipSync(bytes, { level: 9 }).length;
  }
  return { rawBytes, gzipBytes };
}
