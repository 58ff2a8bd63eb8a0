import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  exactBytes,
  exactNumber,
  formatBytes,
  formatExactly,
  isPayPerUse,
} from "../../../lib/api/capacity";
import { BINARY_UNITS, DECIMAL_UNITS } from "../../../lib/api/capacity-unit";
import { parseCapacity } from "../../../lib/api/parse-capacity";

const locale = fc.constantFrom("en", "en-GB", "de", "de-AT", "de-CH");
const bytes = fc.oneof(
  fc.maxSafeNat(),
  fc.nat(),
  fc.integer({ min: 0, max: 9000 }).map((tb) => tb * 1e12),
);
const unit = fc.constantFrom(...DECIMAL_UNITS, ...BINARY_UNITS);
/** With ordinary blanks, as a person would compare them. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("a capacity to read", () => {
  it.each([
    [0, "0 TB", "0 TB"],
    [999, "999 B", "999 B"],
    [1_000, "1 kB", "1 kB"],
    [250_000_000, "250 MB", "250 MB"],
    [1_500_000_000_000, "1.5 TB", "1,5 TB"],
    [5_000_000_000_000, "5 TB", "5 TB"],
    [1_234_567_890_123, "1.23 TB", "1,23 TB"],
    [999_999_999_999, "1 TB", "1 TB"],
    [999_994_999_999, "999.99 GB", "999,99 GB"],
    [Number.MAX_SAFE_INTEGER, "9,007.2 TB", "9.007,2 TB"],
    [-1_500_000_000_000, "-1.5 TB", "-1,5 TB"],
    [12_345n * 10n ** 18n, "12,345,000,000 TB", "12.345.000.000 TB"],
  ])("of %s bytes", (size, en, de) => {
    expect(plain(formatBytes(size, "en"))).toBe(en);
    expect(plain(formatBytes(size, "de"))).toBe(de);
  });

  it("names every byte for the title", () => {
    expect(exactBytes(1_500_000_000_001, "en")).toBe("1,500,000,000,001 bytes");
    expect(exactBytes(1_500_000_000_001, "de")).toBe("1.500.000.000.001 Byte");
  });

  it("is never more than half a hundredth of its unit away", () => {
    fc.assert(
      fc.property(bytes, locale, (size, words) => {
        const shown = parseCapacity(formatBytes(size, words), words);
        const closeTo = shown.wrong === "part-of-a-byte" || shown.wrong === "too-large";
        expect(closeTo || Math.abs((shown.bytes ?? -1e18) - size) <= size * 0.005).toBe(true);
      }),
    );
  });

  it("is refused for what is no number of bytes", () => {
    expect(() => formatBytes(Number.NaN, "en")).toThrow(RangeError);
    expect(() => formatBytes(0.5, "en")).toThrow(RangeError);
  });
});

describe("a capacity to edit", () => {
  it("comes back as the same bytes, in every unit and language", () => {
    fc.assert(
      fc.property(bytes, unit, locale, (size, name, words) => {
        expect(parseCapacity(formatExactly(size, name, words), words)).toEqual({ bytes: size });
      }),
      { numRuns: 1_000 },
    );
  });

  it("is the same in TB and TiB", () => {
    fc.assert(
      fc.property(bytes, locale, (size, words) => {
        const viaTb = parseCapacity(formatExactly(size, "TB", words), words);
        const viaTib = parseCapacity(formatExactly(viaTb.bytes ?? -1, "TiB", words), words);
        expect(viaTib).toEqual({ bytes: size });
      }),
    );
  });

  it("is exact in files", () => {
    expect(exactNumber(1_500_000_000_001, "TB")).toBe("1.500000000001");
    expect(exactNumber(2 ** 40, "TiB")).toBe("1");
    expect(exactNumber(2 ** 39, "TiB")).toBe("0.5");
    expect(exactNumber(1, "TB")).toBe("0.000000000001");
  });
});

describe("a capacity as typed", () => {
  it.each([
    ["5 TB", "en", 5e12],
    ["5tb", "en", 5e12],
    ["1.5 TB", "en", 15e11],
    ["1,5 TB", "de", 15e11],
    ["1,500 GB", "en", 15e11],
    ["1.500 GB", "de", 15e11],
    ["1 500 GB", "de", 15e11],
    ["1’500 GB", "de-CH", 15e11],
    ["1500 GB", "en", 15e11],
    ["1 TiB", "en", 2 ** 40],
    ["0,5 TiB", "de", 2 ** 39],
    ["250 MB", "en", 250_000_000],
    ["12 bytes", "en", 12],
    ["0", "en", 0],
    ["0 TB", "de", 0],
    ["9007199254740991 B", "en", Number.MAX_SAFE_INTEGER],
  ])("%s in %s", (typed, words, size) => {
    expect(parseCapacity(typed, words)).toEqual({ bytes: size });
  });

  it.each([
    ["", "en", "empty"],
    ["5", "en", "no-unit"],
    ["1,5 TB", "en", "unreadable"],
    ["1.5 TB", "de", "unreadable"],
    ["1,50,000 TB", "en", "unreadable"],
    ["1,000 000 TB", "en", "unreadable"],
    ["-5 TB", "en", "unreadable"],
    ["1e3 TB", "en", "unreadable"],
    ["5 TB TB", "en", "unreadable"],
    ["5 terra", "en", "unreadable"],
    ["٥ TB", "en", "unreadable"],
    ["0.5 B", "en", "part-of-a-byte"],
    ["0.0000000000005 TB", "en", "part-of-a-byte"],
    ["9007199254740992 B", "en", "too-large"],
    ["10000 TB", "en", "too-large"],
  ])("%j in %s is %s", (typed, words, wrong) => {
    expect(parseCapacity(typed, words)).toEqual({ wrong });
  });

  it("may be a number alone where the unit is agreed", () => {
    expect(parseCapacity("1,5", "de", "TB")).toEqual({ bytes: 15e11 });
  });

  it("is bytes or a reason, whatever was typed", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[\d., tTgGiIbB]{0,120}$/)),
        locale,
        (typed, words) => {
          const { bytes: size, wrong } = parseCapacity(typed, words);
          expect(
            wrong === undefined
              ? Number.isSafeInteger(size) && (size ?? -1) >= 0
              : size === undefined,
          ).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

it("tells pay-per-use from an allocation nobody knows", () => {
  expect(isPayPerUse({ allocatedBytes: { value: 0 } })).toBe(true);
  expect(isPayPerUse({ allocatedBytes: { value: 1 } })).toBe(false);
  expect(isPayPerUse({ allocatedBytes: { missing: "not-sent" } })).toBe(false);
});

describe("sizes in binary units", () => {
  it.each([
    [0, "0 TiB"],
    [1023, "1,023 B"],
    [1024, "1 KiB"],
    [1_048_570, "1,023.99 KiB"],
    [1_048_575, "1 MiB"],
    [5_000_000_000_000, "4.55 TiB"],
    [2n ** 60n, "1,048,576 TiB"],
    [-1024, "-1 KiB"],
  ])("write %s bytes as %s", (bytes, words) => {
    expect(formatBytes(bytes, "en-GB", "binary")).toBe(words);
  });
});
