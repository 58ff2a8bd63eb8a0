import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Bytes after gzip. */
export interface Budget {
  /** What holds today with a little room: nothing grows past it unnoticed. */
  ceiling: number;
  /** What is worked towards; a miss is printed and fails nothing. */
  aim?: number;
}

/** By the name of the part; parts without an entry may be of any size. */
export function readBudget(): Record<string, Budget> {
  return JSON.parse(readFileSync(join(import.meta.dirname, "budget.json"), "utf8"));
}
