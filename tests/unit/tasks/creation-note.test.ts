import { expect, it } from "vitest";
import { checkCreationNote, isFresh } from "../../../lib/tasks/creation-note";

const NOTE = { pressedAtMs: 1_000_000, description: "Backup", endsMs: null, before: [1, 2] };

it("takes a note as it is, and nothing else along with it", () => {
  expect(checkCreationNote({ ...NOTE, token: "eyJ" })).toEqual(NOTE);
});

it.each([
  ["nothing", null],
  ["a text", "note"],
  ["a description that is too long", { ...NOTE, description: "x".repeat(501) }],
  ["an end that is no number", { ...NOTE, endsMs: "soon" }],
  ["an instant that is none", { ...NOTE, pressedAtMs: Number.NaN }],
  ["marks that are texts", { ...NOTE, before: ["eyJ"] }],
  ["too many marks", { ...NOTE, before: Array.from({ length: 51 }, () => 1) }],
])("refuses %s", (_name, sent) => {
  expect(checkCreationNote(sent)).toBeNull();
});

it("is fresh for five minutes", () => {
  expect(isFresh(NOTE, NOTE.pressedAtMs + 299_000)).toBe(true);
  expect(isFresh(NOTE, NOTE.pressedAtMs + 301_000)).toBe(false);
  expect(isFresh(NOTE, NOTE.pressedAtMs - 301_000)).toBe(false);
});
