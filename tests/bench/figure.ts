/** One thing measured: ours and the floor, taken in turns in the same run. */
export interface Figure {
  name: string;
  unit: "ms" | "kB" | "MB" | "times";
  ours: number[];
  /** Empty where there is nothing to compare with. */
  floor: number[];
  /** What the floor is, in a few words. */
  floorIs: string;
  /** Other extensions by the name of their folder. */
  others?: Record<string, number[]>;
  /** What is aimed at, for the reader: nothing is asserted. */
  target?: string;
  note?: string;
}

/** How a cost grows with the user's work. */
export interface Growth {
  name: string;
  unit: "ms" | "MB";
  /** Medians by the number of keys or rows. */
  medians: { size: number; median: number }[];
}

export interface Results {
  figures: Figure[];
  growths: Growth[];
}

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

/** Slope of the line through the logarithms (least squares): 1 is linear, 2 is quadratic. */
export function exponentOf(medians: Growth["medians"]): number {
  const points = medians.map(({ size, median }) => [Math.log(size), Math.log(median)] as const);
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const over = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const under = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return over / under;
}
