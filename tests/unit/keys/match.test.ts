import { describe, expect, it } from "vitest";
import type { ApiKey } from "../../../lib/keys/api-key";
import type { DateContext } from "../../../lib/keys/expiry-reading";
import { matchesOf } from "../../../lib/keys/match";
import { type RowFacts, rowFacts } from "../../../lib/keys/row-facts";
import { anApiKey } from "./an-api-key";
import { readList } from "./read-list";

const END = "2027-03-04T14:05:30.000Z";
const BIRTH = "2026-07-01T09:12:40.000Z";

function marksOf(rows: RowFacts[], keys: ApiKey[]): string[] {
  return matchesOf(rows, keys).map(({ mark }) => mark);
}

const kept = (id: string, more: Partial<ApiKey> = {}): ApiKey =>
  anApiKey({
    id,
    description: "Veeam host 3",
    end: { kind: "at", at: END, from: "token" },
    createdAt: BIRTH,
    ...more,
  });

const minute = (iso: string) => [
  { from: `${iso.slice(0, 16)}:00.000Z`, to: `${iso.slice(0, 16)}:59.999Z` },
];
const row = (more: Partial<RowFacts> = {}): RowFacts => ({
  description: "Veeam host 3",
  expiry: minute(END),
  created: minute(BIRTH),
  ...more,
});
const LATER = minute("2028-01-01T10:00:00Z");

describe("one row and one kept key", () => {
  it.each<[string, Partial<RowFacts>, Partial<ApiKey>, string, boolean]>([
    ["agree in everything", {}, {}, "kept", true],
    ["agree but for blanks and case", { description: "  veeam  HOST 3 " }, {}, "kept", true],
    ["agree as far as the list shows", { description: "Veeam ho…" }, {}, "kept", true],
    ["agree where the list has no creation", { created: [] }, {}, "kept", true],
    ["agree where the key's creation is not known", {}, { createdAt: null }, "kept", true],
    [
      "both never end",
      { expiry: "never" },
      { end: { kind: "never", from: "console" } },
      "kept",
      true,
    ],
    ["agree in one of the readings", { expiry: [...LATER, ...minute(END)] }, {}, "kept", true],
    ["have only the description in common", { created: [], expiry: [] }, {}, "kept", false],
    ["agree but for a description changed since", { description: "other" }, {}, "kept", false],
    ["end at different times", { expiry: LATER }, {}, "differs", true],
    ["end, one of them never", { expiry: "never" }, {}, "differs", true],
    ["were made at different times", { created: LATER, expiry: LATER }, {}, "missing", true],
    ["were made at different times, with one end", { created: LATER }, {}, "missing", true],
    ["share nothing but their end", { description: "x", created: [] }, {}, "missing", true],
    [
      "have no description at all",
      { description: "", created: [] },
      { description: "" },
      "missing",
      true,
    ],
  ])("%s", (_, rowMore, keyMore, mark, isCertain) => {
    expect(matchesOf([row(rowMore)], [kept("a", keyMore)])).toMatchObject([{ mark, isCertain }]);
  });
});

describe("several rows and keys", () => {
  it("tell a rotated key from the old one", () => {
    const rows = [row(), row({ created: minute("2026-07-10T10:00:00Z"), expiry: LATER })];
    expect(marksOf(rows, [kept("old")])).toEqual(["kept", "missing"]);
    const fresh = kept("new", {
      createdAt: "2026-07-10T10:00:20Z",
      end: { kind: "at", at: "2028-01-01T10:00:00Z", from: "token" },
    });
    expect(matchesOf(rows, [fresh, kept("old")]).map(({ keyId }) => keyId)).toEqual(["old", "new"]);
  });

  it("give one kept key to one row only", () => {
    expect(marksOf([row(), row()], [kept("a")]).sort()).toEqual(["kept", "missing"]);
    expect(matchesOf([row(), row()], [kept("a")])).toContainEqual({
      mark: "kept",
      keyId: "a",
      isCertain: false,
    });
  });

  it("give as many rows as possible their key", () => {
    const open = row({ expiry: [...minute(END), ...LATER], created: [] });
    const narrow = row({ created: [] });
    const keys = [
      kept("a"),
      kept("b", { end: { kind: "at", at: "2028-01-01T10:00:10Z", from: "token" } }),
    ];
    expect(matchesOf([open, narrow], keys).map(({ keyId }) => keyId)).toEqual(["b", "a"]);
  });

  it("let stronger evidence choose first", () => {
    const rows = [row({ created: [], expiry: LATER }), row()];
    expect(marksOf(rows, [kept("a")])).toEqual(["missing", "kept"]);
  });

  it("are each matched with their own, 2,000 of each", () => {
    const many = Array.from({ length: 2_000 }, (_, i) =>
      new Date(Date.parse(BIRTH) + i * 60_000).toISOString(),
    );
    const keys = many.map((createdAt, i) =>
      kept(String(i), { createdAt, description: `key ${i % 50}` }),
    );
    const rows = many.map((createdAt, i) =>
      row({ created: minute(createdAt), description: `key ${i % 50}` }),
    );
    expect(new Set(marksOf(rows, keys))).toEqual(new Set(["kept"]));
  });
});

it("matches what was read from a page with the key behind it, by minute and by day", () => {
  const context: DateContext = {
    language: "de",
    zone: "Asia/Kolkata",
    nowMs: Date.parse("2026-07-15T10:00:00Z"),
  };
  for (const text of ["2027-03-04 14:05 UTC", "4 Mar 2027", "04.03.2027 15:05", "in 8 months"]) {
    const cell = { text, datetime: null, titles: [] };
    const [expiry = { kind: "unreadable" as const }] = readList(
      [{ expiry: cell, created: null }],
      context,
    );
    expect(marksOf([rowFacts("Veeam host 3", expiry, null, context)], [kept("a")])).toEqual([
      "kept",
    ]);
  }
});
