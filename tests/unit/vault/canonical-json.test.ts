import fc from "fast-check";
import { expect, it } from "vitest";
import { utf8 } from "../../../lib/vault/bytes";
import { canonicalJson } from "../../../lib/vault/canonical-json";

it("writes every JSON value with its members in order, whatever order they came in", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
      const text = canonicalJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(text).toBe(slowly(value));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

it("changes nothing in the value it was given", () => {
  const value = { b: 1, a: [{ d: 1, c: 2 }] };
  canonicalJson(value);
  expect(JSON.stringify(value)).toBe('{"b":1,"a":[{"d":1,"c":2}]}');
});

it("leaves out what is undefined, and writes null for it in a list", () => {
  expect(canonicalJson({ b: undefined, a: [undefined, 1] })).toBe('{"a":[null,1]}');
});

it("refuses what JSON cannot hold, wherever it stands", () => {
  const cycle: Record<string, unknown> = {};
  cycle.again = [cycle];
  for (const wrong of [Number.POSITIVE_INFINITY, () => 1, Symbol("s"), 1n, cycle])
    expect(() => canonicalJson({ a: [{ b: wrong }] })).toThrow(TypeError);
});

it("gives the bytes of long texts as of short ones", () => {
  const wide = ["é", "\u2028", "😀", "\uD800"];
  for (const end of ["", ...wide]) {
    const text = "a".repeat(100_000) + end;
    expect(utf8(text)).toEqual(new TextEncoder().encode(text));
  }
});

/** The same by the words of the format, with no regard to time. */
function slowly(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(slowly).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const names = Object.keys(value);
  // As JavaScript has it, whole numbers come first and in their own order.
  const numbers = names.filter(
    (name) => /^(?:0|[1-9]\d*)$/.test(name) && Number(name) < 2 ** 32 - 1,
  );
  const others = names.filter((name) => !numbers.includes(name)).sort();
  const members = [...numbers, ...others].map(
    (name) => `${JSON.stringify(name)}:${slowly((value as Record<string, unknown>)[name])}`,
  );
  return `{${members.join(",")}}`;
}
