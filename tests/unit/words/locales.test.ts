import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import german from "../../../assets/locales/de.json" with { type: "json" };
import english from "../../../assets/locales/en.json" with { type: "json" };
import type { WordTable } from "../../../lib/words/words-of";

const ROOT = join(import.meta.dirname, "../../..");
const source = ["entrypoints", "components", "lib", "wxt.config.ts"]
  .flatMap((place) =>
    place.endsWith(".ts")
      ? [place]
      : readdirSync(join(ROOT, place), { recursive: true, encoding: "utf8" })
          .filter((file) => /\.tsx?$/.test(file))
          .map((file) => join(place, file)),
  )
  .map((file) => readFileSync(join(ROOT, file), "utf8"))
  .join("\n");

/** Every sentence with its name; the two forms of a count as `name.1` and `name.n`. */
function sentences(table: WordTable, before = ""): [name: string, words: string][] {
  return Object.entries(table).flatMap(([key, node]) =>
    typeof node === "string"
      ? [[`${before}${key}`, node] as [string, string]]
      : sentences(node, `${before}${key}.`),
  );
}

const en = sentences(english);
const de = sentences(german);
const places = (words: string) => [...new Set(words.match(/\$\d/g))].sort();

describe("the words on screen", () => {
  it("are the same ones in every language", () => {
    expect(de.map(([name]) => name)).toEqual(en.map(([name]) => name));
  });

  it("have the same places for values in every language", () => {
    const german = new Map(de);
    const differing = en
      // A number may be left out where the words say it: "one hour".
      .filter(([name]) => !name.endsWith(".1"))
      .filter(([name, words]) => `${places(words)}` !== `${places(german.get(name) ?? "")}`);
    expect(differing).toEqual([]);
  });

  it("are all used", () => {
    const named = (name: string) =>
      source.includes(`"${name}"`) || source.includes(`__MSG_${name.replaceAll(".", "_")}__`);
    const unused = en.filter(([name]) => !named(name.replace(/\.(?:1|n)$/, "")));
    expect(unused).toEqual([]);
  });

  it("are never empty, and keep the sign that parts the forms of a count", () => {
    expect(
      [...en, ...de].filter(([, words]) => words.trim() === "" || words.includes(" | ")),
    ).toEqual([]);
  });

  it("have names that differ in more than capitals, which the browser's tables do not tell apart", () => {
    const names = en.map(([name]) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });

  it("name placeholders the browser's own tables can hold", () => {
    expect([...en, ...de].filter(([, words]) => /\$(?!\d)/.test(words))).toEqual([]);
  });
});
