import type { Control } from "../icmc/control.ts";
import { seededRandom } from "../icmc/random.ts";

const FASTEST_MS = 100;
const SLOWEST_MS = 200;
const random = seededRandom("answers that take their time");

/** The next so many answers of the API take between 100 and 200 ms, each its own time. */
export function slowAnswers(control: Control, count: number): void {
  control.clearFaults();
  for (let turn = 0; turn < count; turn++)
    control.fault(
      { kind: "slow", delayMs: random.between(FASTEST_MS, SLOWEST_MS) },
      { scope: "api", times: 1 },
    );
}
