import { BINARY_UNITS, bytesPer, type CapacityUnit, DECIMAL_UNITS } from "./capacity-unit";
import type { Field } from "./field";

/** Allocated 0 means billed by consumption, not "no space". An unknown allocation is neither. */
export function isPayPerUse({ allocatedBytes }: { allocatedBytes: Field<number> }): boolean {
  return allocatedBytes.value === 0;
}

/** Small to large. Contracts are made in terabytes, so 1,200 TB stays 1,200 TB. */
const SHOWN = {
  decimal: DECIMAL_UNITS.slice(0, DECIMAL_UNITS.indexOf("TB") + 1),
  binary: ["B", ...BINARY_UNITS.slice(0, BINARY_UNITS.indexOf("TiB") + 1)],
} as const satisfies Record<string, readonly CapacityUnit[]>;
export type UnitSystem = keyof typeof SHOWN;

/**
 * For reading: the largest unit up to TB (TiB) that fits, at most two decimals, such as "1.5 TB"
 * ("1,5 TB" in German). Show {@link exactBytes} in the title.
 *
 * @param bytes - Whole bytes; sums over many accounts pass 2^53 − 1, so add them up as `bigint`.
 * @throws RangeError for a number that is no safe integer.
 */
export function formatBytes(
  bytes: number | bigint,
  locale: string,
  system: UnitSystem = "decimal",
): string {
  const units: readonly CapacityUnit[] = SHOWN[system];
  const unitAt = (index: number): CapacityUnit => units[index] ?? "B";
  const largest = units.length - 1;
  const exact = whole(bytes);
  const size = exact < 0n ? -exact : exact;
  const fitting = units.findLastIndex((unit) => size >= bytesPer(unit));
  // Nothing at all is nothing in any unit, so the usual one.
  let index = size === 0n ? largest : fitting;
  // 999,999,999,999 bytes round to 1,000 GB, which a person writes 1 TB.
  const perNext = bytesPer(unitAt(index + 1)) / bytesPer(unitAt(index));
  if (index < largest && hundredths(size, unitAt(index)) >= perNext * 100n) index++;
  const rounded = hundredths(size, unitAt(index));
  return inLocale(exact < 0n ? -rounded : rounded, 2, unitAt(index), locale);
}

/** Every byte, for titles: "1,500,000,000,000 bytes", "1.500.000.000.000 Byte". */
export function exactBytes(bytes: number | bigint, locale: string): string {
  const unit = { style: "unit", unit: "byte", unitDisplay: "long" } as const;
  return new Intl.NumberFormat(locale, { ...unit, numberingSystem: "latn" }).format(whole(bytes));
}

/**
 * In one unit without rounding, for fields to edit: what `parseCapacity` reads back is the same
 * bytes. A power of two or ten divides into finitely many decimals, so this always exists.
 */
export function formatExactly(bytes: number | bigint, unit: CapacityUnit, locale: string): string {
  const exact = whole(bytes);
  const { digits, decimals } = decimal(exact, bytesPer(unit));
  return inLocale(digits, decimals, unit, locale);
}

/** The same as plain digits with a point, for files: `1.5`. */
export function exactNumber(bytes: number | bigint, unit: CapacityUnit): string {
  const { digits, decimals } = decimal(whole(bytes), bytesPer(unit));
  return withPoint(digits, decimals);
}

function whole(bytes: number | bigint): bigint {
  if (typeof bytes === "number" && !Number.isSafeInteger(bytes)) {
    throw new RangeError("not a whole number of bytes");
  }
  return BigInt(bytes);
}

/** Rounded half up. */
function hundredths(size: bigint, unit: CapacityUnit): bigint {
  const per = bytesPer(unit);
  return (size * 200n + per) / (per * 2n);
}

/** `dividend / divisor` as digits with that many of them behind the point, without trailing zeros. */
function decimal(dividend: bigint, divisor: bigint): { digits: bigint; decimals: number } {
  let digits = dividend;
  let decimals = 0;
  while (digits % divisor !== 0n) {
    digits *= 10n;
    decimals++;
  }
  return { digits: digits / divisor, decimals };
}

function withPoint(digits: bigint, decimals: number): string {
  const sign = digits < 0n ? "-" : "";
  const text = String(digits < 0n ? -digits : digits).padStart(decimals + 1, "0");
  const point = text.length - decimals;
  return sign + text.slice(0, point) + (decimals > 0 ? `.${text.slice(point)}` : "");
}

function inLocale(digits: bigint, decimals: number, unit: CapacityUnit, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    maximumFractionDigits: Math.max(decimals, 2),
    numberingSystem: "latn",
  });
  // As text, because a number would round what it cannot hold.
  return `${format.format(withPoint(digits, decimals) as `${number}`)} ${unit}`;
}
