const DECIMAL = ["B", "kB", "MB", "GB", "TB", "PB", "EB"] as const;
const BINARY = ["KiB", "MiB", "GiB", "TiB", "PiB", "EiB"] as const;

/** The console counts in the decimal ones: 1 TB = 10^12 bytes. 1 TiB = 2^40 bytes. */
export type CapacityUnit = (typeof DECIMAL)[number] | (typeof BINARY)[number];

/** Small to large. */
export const DECIMAL_UNITS: readonly CapacityUnit[] = DECIMAL;
export const BINARY_UNITS: readonly CapacityUnit[] = BINARY;

export function bytesPer(unit: CapacityUnit): bigint {
  const binary = BINARY_UNITS.indexOf(unit);
  return binary >= 0 ? 1024n ** BigInt(binary + 1) : 1000n ** BigInt(DECIMAL_UNITS.indexOf(unit));
}

/** Any case, since "tb" means TB here; also "byte", "bytes". `null` for anything else. */
export function unitNamed(text: string): CapacityUnit | null {
  const wanted = text.toLowerCase();
  if (wanted === "byte" || wanted === "bytes") return "B";
  const unit = [...DECIMAL_UNITS, ...BINARY_UNITS].find((name) => name.toLowerCase() === wanted);
  return unit ?? null;
}
