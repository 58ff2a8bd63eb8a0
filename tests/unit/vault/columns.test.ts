import { expect, it } from "vitest";
import { fromColumns } from "../../../lib/vault/columns";
import { alike, toColumns } from "../../../lib/vault/make-columns";

it("gives back what it took, through JSON", () => {
  const things = [
    { id: "a", end: { kind: "never" }, tags: ["x"], at: null },
    { id: "b", end: { kind: "unknown" }, tags: [], at: "2026-11-30T12:00:00.000Z" },
  ];
  expect(fromColumns(JSON.parse(JSON.stringify(toColumns(things))))).toEqual(things);
  expect(fromColumns(toColumns([]))).toEqual([]);
});

it("tells things of another shape apart", () => {
  expect(alike({ a: 1, b: 2 }, { b: 3, a: 4 })).toBe(true);
  expect(alike({ a: 1, b: 2 }, { a: 1 })).toBe(false);
  expect(alike({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(alike({ a: 1, b: 2 }, { a: 1, c: 2 })).toBe(false);
});
