import { describe, expect, it } from "vitest";
import { parseContracts } from "../../../lib/api/contracts";
import { freeBytes } from "../../../lib/api/free-bytes";
import { parsePartners } from "../../../lib/api/partners";
import { parseRegions } from "../../../lib/api/regions";
import { parseStorageAccounts } from "../../../lib/api/storage-account";
import { parseUsage } from "../../../lib/api/usage";

const contractWith = (fields: object) => parseContracts([{ currency: "EUR", ...fields }]).items[0];
const NOT_SENT = { missing: "not-sent" };
const NOT_UNDERSTOOD = { missing: "not-understood" };

describe("bytes", () => {
  it.each([
    ["zero", 0, { value: 0 }],
    ["five terabytes", 5e12, { value: 5e12 }],
    ["the largest exact number", Number.MAX_SAFE_INTEGER, { value: Number.MAX_SAFE_INTEGER }],
    ["one more", Number.MAX_SAFE_INTEGER + 1, NOT_UNDERSTOOD],
    ["less than nothing", -1, NOT_UNDERSTOOD],
    ["half a byte", 0.5, NOT_UNDERSTOOD],
    ["endless", Number.POSITIVE_INFINITY, NOT_UNDERSTOOD],
    ["a text", "5 TB", NOT_UNDERSTOOD],
    ["a list", [5], NOT_UNDERSTOOD],
    ["null", null, NOT_SENT],
    ["absent", undefined, NOT_SENT],
  ])("that are %s", (_what, reservedCapacity, reservedBytes) => {
    expect(contractWith({ reservedCapacity })).toMatchObject({ reservedBytes });
  });

  it("are never minus zero", () => {
    const sent = JSON.parse('{"currency":"EUR","reservedCapacity":-0,"costStorageGBCents":-0}');
    expect(contractWith(sent)).toMatchObject({
      reservedBytes: { value: 0 },
      excessCentsPerGbMonth: { value: 0 },
    });
  });

  it("left in a contract are unknown when either figure is", () => {
    const reservedBytes = { value: 10 };
    const allocatedBytes = { value: 12 };
    expect(freeBytes({ reservedBytes, allocatedBytes })).toEqual({ value: -2 });
    expect(freeBytes({ reservedBytes, allocatedBytes: { missing: "not-sent" } })).toEqual(NOT_SENT);
    expect(freeBytes({ reservedBytes: { missing: "not-understood" }, allocatedBytes })).toEqual(
      NOT_UNDERSTOOD,
    );
  });
});

describe("a price", () => {
  it.each([
    ["a number", 100, { value: 100 }],
    ["part of a cent", 0.55, { value: 0.55 }],
    ["a text", "100", { value: 100 }],
    ["a text with a fraction", "0.55", { value: 0.55 }],
    ["an empty text", "", NOT_UNDERSTOOD],
    ["a text with a unit", "100 ct", NOT_UNDERSTOOD],
    ["a comma", "0,55", NOT_UNDERSTOOD],
    ["an exponent", "1e3", NOT_UNDERSTOOD],
    ["a negative number", -1, NOT_UNDERSTOOD],
    ["yes", true, NOT_UNDERSTOOD],
  ])("that is %s", (_what, costStorageGBCents, excessCentsPerGbMonth) => {
    expect(contractWith({ costStorageGBCents })).toMatchObject({ excessCentsPerGbMonth });
  });
});

describe("an id", () => {
  it.each([
    ["twelve digits as text", "012345678901", { value: "012345678901" }],
    ["the same as a number", 12345678901, NOT_UNDERSTOOD],
    ["empty", "", NOT_UNDERSTOOD],
    ["half a surrogate pair", "a\ud800", NOT_UNDERSTOOD],
    ["two lines", "a\nb", NOT_UNDERSTOOD],
    ["a page long", "a".repeat(257), NOT_UNDERSTOOD],
    ["null", null, NOT_SENT],
  ])("that is %s", (_what, id, parsed) => {
    expect(contractWith({ id })).toMatchObject({ id: parsed });
  });
});

it("shows half a surrogate pair in a name as a replacement character", () => {
  const { items } = parsePartners([{ name: "Nord\ud800licht" }]);
  expect(items).toMatchObject([{ name: { value: "Nord\ufffdlicht" } }]);
});

describe("a pending deletion", () => {
  it.each([
    ["absent", undefined, { value: null }],
    ["null", null, { value: null }],
    ["empty", "", { value: null }],
    ["the zero time", "0001-01-01T00:00:00Z", { value: null }],
    ["UTC", "2027-04-01T12:00:00Z", at("2027-04-01T12:00:00.000Z")],
    ["with nanoseconds", "2027-04-01T12:00:00.123456789Z", at("2027-04-01T12:00:00.123Z")],
    ["with an offset", "2027-04-01T00:30:00+0200", at("2027-03-31T22:30:00.000Z")],
    ["without a zone", "2027-04-01T12:00:00", { value: { kind: "day", day: "2027-04-01" } }],
    ["a day", "2027-04-01", { value: { kind: "day", day: "2027-04-01" } }],
    ["a day that is not", "2027-02-30", NOT_UNDERSTOOD],
    ["an hour that is not", "2027-04-01T25:00:00Z", NOT_UNDERSTOOD],
    ["another order", "01.04.2027", NOT_UNDERSTOOD],
    ["a number", 1_800_000_000, NOT_UNDERSTOOD],
    ["a flag", false, NOT_UNDERSTOOD],
  ])("that is %s", (_what, pendingDeletedAt, pendingDeletion) => {
    const { items } = parseStorageAccounts([{ name: "Archive", pendingDeletedAt }]);
    expect(items).toMatchObject([{ pendingDeletion }]);
  });

  function at(instant: string) {
    return { value: { kind: "instant", at: instant } };
  }
});

describe("a list", () => {
  it("keeps the good entries and counts the others", () => {
    const sent = [
      { name: "A" },
      null,
      7,
      "x",
      [],
      {},
      { message: "no" },
      { name: 5 },
      { name: "B" },
    ];
    const { items, notUnderstood } = parsePartners(sent);
    expect(items.map(({ name }) => name.value)).toEqual(["A", "B"]);
    expect(notUnderstood).toBe(7);
  });

  it("is empty when it is null", () => {
    expect(parsePartners(null)).toEqual({ items: [], notUnderstood: 0 });
    expect(parseRegions({ regions: null })).toEqual({ items: [], notUnderstood: 0 });
  });

  it.each([[undefined], [{}], ["none"], [{ regions: "none" }], [[]]])(
    "of regions in %j is not understood",
    (sent) => {
      expect(() => parseRegions(sent)).toThrow(
        expect.objectContaining({ name: "UnreadableAnswer" }),
      );
    },
  );
});

describe("daily usage", () => {
  it("counts a figure without a readable day as not understood", () => {
    const { days } = parseUsage({
      client_id: "1",
      daily_usage: [
        { date: "2027-02-01", usage: 5 },
        { date: "2027-02-02T00:00:00Z", usage: "many" },
        { date: "2027-02-31", usage: 5 },
        { usage: 5 },
        "x",
      ],
    });
    expect(days).toEqual({
      value: {
        items: [
          { day: "2027-02-01", usedBytes: { value: 5 }, allocatedBytes: NOT_SENT },
          { day: "2027-02-02", usedBytes: NOT_UNDERSTOOD, allocatedBytes: NOT_SENT },
        ],
        notUnderstood: 3,
      },
    });
  });

  it.each([
    [undefined, NOT_SENT],
    [null, { value: { items: [], notUnderstood: 0 } }],
    [{}, NOT_UNDERSTOOD],
    ["x", NOT_UNDERSTOOD],
  ])("sent as %j", (daily_usage, days) => {
    expect(parseUsage({ client_id: "1", daily_usage })).toMatchObject({ days });
  });
});
