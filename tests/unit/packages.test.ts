import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

/** One more than the ten of row A23: none can go without writing anew what it does better. */
const KNOWN = [
  "@hpke/core",
  "@zxcvbn-ts/core",
  // The dictionaries of the one above; without them common passphrases would pass.
  "@zxcvbn-ts/language-common",
  "age-encryption",
  "hash-wasm",
  "idb",
  "ky",
  "preact",
  "uplot",
  "valibot",
  "webextension-polyfill",
];

it("ships no package beyond those known, each in one exact version", () => {
  const file = join(import.meta.dirname, "..", "..", "package.json");
  const dependencies: Record<string, string> = JSON.parse(readFileSync(file, "utf8")).dependencies;
  expect(Object.keys(dependencies).sort()).toEqual(KNOWN);
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});
