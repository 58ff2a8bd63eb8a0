import { medianOf, percentile } from "./samples.ts";

/** What a figure is worked towards. Nothing is asserted: the report says whether it was reached. */
export type Target =
  /** Median over the floor's median. */
  | { limit: "ratio"; most: number }
  /** Median less the floor's median, in the figure's unit. */
  | { limit: "over floor"; most: number }
  /** In the figure's unit. `percentile`: of which run, 50 (the median) unless told; 100 is the worst. */
  | { limit: "absolute"; most: number; percentile?: number; words?: string };

/** How a cost may grow. */
export type GrowthTarget =
  /** 1 is linear. Held over all sizes, and from the last but one to the last. */
  | { limit: "exponent"; most: number }
  /** The dearest size over the cheapest. */
  | { limit: "spread"; most: number };

/** Linear or better, with room for noise: the bare WebCrypto loop, which is linear, came to 1.12. */
export const LINEAR: GrowthTarget = { limit: "exponent", most: 1.15 };

export interface Measured {
  unit: string;
  ours: readonly number[];
  floor: readonly number[];
}

/** Such as “≤ 1.15 ×” or “≤ floor + 50 ms”. */
export function targetText(target: Target | GrowthTarget, unit: string): string {
  switch (target.limit) {
    case "ratio":
      return `≤ ${target.most} ×`;
    case "over floor":
      return `≤ floor + ${target.most} ${unit}`;
    case "exponent":
      return `exponent ≤ ${target.most}`;
    case "spread":
      return `the same at every size, ≤ ${target.most} × from the cheapest to the dearest`;
    case "absolute":
      return `${target.most === 0 ? "none" : `≤ ${target.most} ${unit}`}${whichRun(target)}`;
  }
}

function whichRun({ percentile: of = 50, words }: { percentile?: number; words?: string }): string {
  const run = of === 50 ? "" : of === 100 ? "in every run" : `${of}th percentile`;
  return [words, run].flatMap((said) => (said ? [`, ${said}`] : [])).join("");
}

export interface Verdict {
  isMet: boolean;
  /** What was reached, as the target counts it. */
  reached: number;
  /** The same in words: “1.11 ×”, “floor + 365 ms”. */
  reachedText: string;
  /** Some of the runs lie on the other side of the limit. */
  isClose: boolean;
}

/** `null` where nothing was measured that could be held against it. */
export function verdictOn(target: Target, { unit, ours, floor }: Measured): Verdict | null {
  if (ours.length === 0 || (target.limit !== "absolute" && floor.length === 0)) return null;
  const as = (sample: number): number => {
    if (target.limit === "ratio") return sample / medianOf(floor);
    return target.limit === "over floor" ? sample - medianOf(floor) : sample;
  };
  const sorted = ours.map(as).toSorted((a, b) => a - b);
  const reached = percentile(sorted, (target.limit === "absolute" && target.percentile) || 50);
  const isMet = reached <= target.most;
  return {
    isMet,
    reached,
    reachedText: reachedText(target, reached, unit),
    isClose: sorted.some((sample) => sample <= target.most !== isMet),
  };
}

function reachedText({ limit }: Target, reached: number, unit: string): string {
  if (limit === "ratio") return `${reached.toFixed(2)} ×`;
  const amount = `${reached.toFixed(1)} ${unit}`;
  return limit === "over floor" ? `floor + ${amount}` : amount;
}

/** `null` while fewer than two sizes were measured. A size that is refused is a target missed. */
export function growthVerdict(
  { limit, most }: GrowthTarget,
  medians: readonly { size: number; median: number }[],
  refused: readonly { size: number }[] = [],
): Verdict | null {
  if (medians.length < 2) return null;
  const costs = medians.map(({ median }) => median);
  // A constant part hides behind the small sizes; the last step shows what it hides.
  const reached =
    limit === "exponent"
      ? Math.max(exponentOf(medians), exponentOf(medians.slice(-2)))
      : Math.max(...costs) / Math.min(...costs);
  const number = reached.toFixed(2);
  return {
    isMet: reached <= most && refused.length === 0,
    reached,
    reachedText:
      refused.length > 0
        ? `refused at ${refused.map(({ size }) => size.toLocaleString("en")).join(", ")}`
        : limit === "exponent"
          ? `exponent ${number}`
          : `${number} ×`,
    isClose: false,
  };
}

/** Slope of the line through the logarithms (least squares): 1 is linear, 2 is quadratic. */
export function exponentOf(medians: readonly { size: number; median: number }[]): number {
  const points = medians.map(({ size, median }) => [Math.log(size), Math.log(median)] as const);
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const over = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const under = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  return over / under;
}
