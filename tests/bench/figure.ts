import type { GrowthTarget, Target } from "./target.ts";

/** One thing measured: ours and the floor, taken in turns in the same run. */
export interface Figure {
  name: string;
  unit: "ms" | "kB" | "MB" | "times" | "frames";
  ours: number[];
  /** Empty where there is nothing to compare with. */
  floor: number[];
  /** What the floor is, in a few words. */
  floorIs: string;
  /** Other extensions by the name of their folder. */
  others?: Record<string, number[]>;
  /** What is aimed at, for the reader: nothing is asserted. */
  target?: Target;
  note?: string;
}

/** How a cost grows with the user's work. */
export interface Growth {
  name: string;
  unit: "ms" | "MB";
  /** Medians by the number of keys, rows or partners. */
  medians: { size: number; median: number }[];
  /** None for a floor, whose growth is there to compare with. */
  target?: GrowthTarget;
  /** Sizes of which there is no median, and what the product said instead. */
  refused?: { size: number; words: string }[];
}

export interface Results {
  figures: Figure[];
  growths: Growth[];
}
