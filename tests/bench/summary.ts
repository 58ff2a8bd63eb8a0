import type { Results } from "./figure.ts";
import { growthVerdict, targetText, type Verdict, verdictOn } from "./target.ts";

/** A target with what came of it; `verdict` is `null` where no figure was taken. */
export interface Outcome {
  name: string;
  target: string;
  verdict: Verdict | null;
}

const NAME_WIDTH = 78;
const REACHED_WIDTH = 22;

/** Every target among the results, in their order. */
export function outcomesOf({ figures, growths }: Results): Outcome[] {
  return [
    ...figures.flatMap((figure) =>
      figure.target === undefined
        ? []
        : [
            {
              name: figure.name,
              target: targetText(figure.target, figure.unit),
              verdict: verdictOn(figure.target, figure),
            },
          ],
    ),
    ...growths.flatMap(({ name, unit, medians, target, refused }) =>
      target === undefined
        ? []
        : [
            {
              name: `growth: ${name}`,
              target: targetText(target, unit),
              verdict: growthVerdict(target, medians, refused),
            },
          ],
    ),
  ];
}

/** Each target in a line, missed ones marked, and how many hold. */
export function summaryText(outcomes: readonly Outcome[], notMeasured: readonly string[]): string {
  const lines = outcomes.map(({ name, target, verdict }) => {
    const word = verdict === null ? "– none" : verdict.isMet ? "✓ met" : "✗ missed";
    const reached = verdict === null ? "not measured" : verdict.reachedText;
    const close = verdict?.isClose ? "   some runs lie on the other side" : "";
    return `  ${word.padEnd(10)}${name.padEnd(NAME_WIDTH)}${reached.padEnd(REACHED_WIDTH)}${target}${close}`;
  });
  const met = outcomes.filter(({ verdict }) => verdict?.isMet).length;
  const missed = outcomes.filter(({ verdict }) => verdict && !verdict.isMet).length;
  return [
    ...lines,
    `  ${met} met, ${missed} missed of ${outcomes.length} targets in this run`,
    ...(notMeasured.length > 0 ? [`  no figures at all: ${notMeasured.join(", ")}`] : []),
  ].join("\n");
}
