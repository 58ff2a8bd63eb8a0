import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const LAYERS = ["entrypoints", "components", "lib"] as const;

/** What each room may import besides itself. Type imports count like any other. */
const MAY_IMPORT: Record<string, string[]> = {
  entrypoints: [
    "components",
    "lib/browser",
    "lib/tasks",
    "lib/vault",
    "lib/keys",
    "lib/api",
    "lib/page",
    "lib/messages",
    "lib/words",
  ],
  components: [
    "lib/tasks",
    "lib/vault",
    "lib/keys",
    "lib/api",
    "lib/messages",
    "lib/words",
    "assets",
  ],
  "lib/browser": [
    "lib/tasks",
    "lib/vault",
    "lib/keys",
    "lib/api",
    "lib/page",
    "lib/messages",
    "lib/words",
  ],
  "lib/tasks": ["lib/vault", "lib/keys", "lib/api", "lib/page", "lib/words"],
  "lib/words": ["assets"],
  "lib/messages": ["lib/tasks", "lib/vault", "lib/keys", "lib/api", "lib/page", "lib/words"],
  "lib/api": ["lib/keys"],
  "lib/page": ["lib/keys", "lib/messages"],
  "lib/vault": ["lib/keys"],
  "lib/keys": ["lib/words"],
};
/** Packages that only some rooms may name. */
const PACKAGES: Record<string, string[]> = {
  "wxt/browser": ["lib/browser"],
  "webextension-polyfill": ["lib/browser"],
  idb: ["lib/vault"],
  "age-encryption": ["lib/vault"],
  "hash-wasm": ["lib/vault"],
  "@hpke/core": ["lib/vault"],
  ky: ["lib/api"],
  valibot: ["lib/api"],
};

const files = LAYERS.flatMap((layer) =>
  readdirSync(join(ROOT, layer), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(layer, file)),
);
const imports = files.flatMap((file) => {
  const source = readFileSync(join(ROOT, file), "utf8");
  return [...source.matchAll(/(?:from|import\()\s*"([^"]+)"|import\s+"([^"]+)"/g)].map((found) => ({
    file,
    target: found[1] ?? found[2] ?? "",
  }));
});

function roomOf(path: string): string {
  const [first = "", second = ""] = path.split("/");
  return first === "lib" ? `lib/${second.replace(/\.ts$/, "")}` : first;
}

describe("the house", () => {
  it("lets imports point downwards only", () => {
    const wrong = imports
      .filter(({ target }) => target.startsWith("."))
      .map(({ file, target }) => ({ file, to: normalize(join(dirname(file), target)) }))
      .filter(({ file, to }) => {
        const from = roomOf(file);
        return roomOf(to) !== from && !MAY_IMPORT[from]?.includes(roomOf(to));
      });
    expect(files.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });

  it("names the browser and each storage or network library in one room only", () => {
    const wrong = imports.filter(({ file, target }) => {
      const rooms = PACKAGES[target];
      return rooms && !rooms.includes(roomOf(file));
    });
    expect(wrong).toEqual([]);
  });

  it("never writes markup or logs from strings", () => {
    const loud = files.filter((file) =>
      /innerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|console\.\w+\(/.test(
        readFileSync(join(ROOT, file), "utf8"),
      ),
    );
    expect(loud.map((file) => relative(".", file))).toEqual([]);
  });

  it("shows the shared folder only to development, never to what ships", () => {
    expect(imports.filter(({ target }) => target.includes("shared/"))).toEqual([]);
  });
});
