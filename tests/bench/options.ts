import { parseArgs } from "node:util";

export interface BenchOptions {
  /** Samples of each figure. */
  runs: number;
  /** Names of groups; empty takes all. */
  only: string[];
  /** Where the figures are written as JSON. */
  json: string | null;
  /** Folder of a built bundle to measure as it is, such as an older one; `null` builds this one. */
  bundle: string | null;
  /** Folders of other unpacked extensions whose popups are measured beside ours. */
  against: string[];
}

const DEFAULT_RUNS = 15;

/** @throws {@link TypeError} for what cannot be understood. */
export function readOptions(args: string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      runs: { type: "string" },
      only: { type: "string", multiple: true },
      json: { type: "string" },
      bundle: { type: "string" },
      against: { type: "string", multiple: true },
    },
  });
  const runs = Number(values.runs ?? DEFAULT_RUNS);
  if (!Number.isInteger(runs) || runs < 1) throw new TypeError("--runs takes a whole number");
  // `--against A B C`: what follows the first folder stands alone on the line.
  const against = values.against ?? [];
  if (positionals.length > 0 && against.length === 0)
    throw new TypeError(`unexpected: ${positionals.join(" ")}`);
  return {
    runs,
    // `--only popup,unlock`, `--only popup --only unlock`, or both.
    only: (values.only ?? []).flatMap((names) => names.split(",")).filter((name) => name !== ""),
    json: values.json ?? null,
    bundle: values.bundle ?? null,
    against: [...against, ...positionals],
  };
}
