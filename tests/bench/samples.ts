export interface Summary {
  median: number;
  min: number;
  max: number;
  runs: number;
}

/** `null` for no samples. */
export function summaryOf(samples: readonly number[]): Summary | null {
  const sorted = samples.toSorted((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return null;
  return { median: percentile(sorted, 50), min, max, runs: sorted.length };
}

export function medianOf(samples: readonly number[]): number {
  return percentile(
    samples.toSorted((a, b) => a - b),
    50,
  );
}

/** By the nearest rank; the median of an even number lies between its two neighbours. */
export function percentile(sorted: readonly number[], percent: number): number {
  const at = (sorted.length * percent) / 100;
  const upper = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(at) - 1))];
  if (upper === undefined) throw new Error("nothing was measured");
  const isBetween = percent === 50 && Number.isInteger(at);
  return isBetween ? (upper + (sorted[at] ?? upper)) / 2 : upper;
}

/** Median of ours over median of the floor; `null` where one is missing. */
export function ratioOf(samples: readonly number[], floor: readonly number[]): number | null {
  if (samples.length === 0 || floor.length === 0) return null;
  return medianOf(samples) / medianOf(floor);
}
