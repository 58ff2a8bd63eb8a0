import type { Figure } from "./figure.ts";
import type { TrustRow } from "./rows.ts";

export interface ShortVerdict {
  line: string;
  /** Whether it makes `npm test` fail. A row that is known to fail is only said. */
  isRed: boolean;
}

/** What a short run says of one row. @param figure - `null` when its test wrote none. */
export function shortVerdict(row: TrustRow, passed: boolean, figure: Figure | null): ShortVerdict {
  const { id, promise, short } = row;
  if (short !== "run") {
    const lacks = short.lacks ? ` (${short.lacks})` : "";
    return { line: `${id} ${promise}: see ${short.by.join(", ")}${lacks}`, isRed: false };
  }
  const said = figure ? `${promise}: ${figure.figure} (${figure.seconds} s)` : promise;
  if (!passed || figure === null) return { line: `✗ ${id} FAILS. ${said}`, isRed: true };
  if (figure.holds && figure.figure === "")
    return { line: `– ${id} ${promise}: not shown here (${figure.open})`, isRed: false };
  if (figure.holds) return { line: `✓ ${id} ${said}`, isRed: false };
  const known = figure.knownToFail;
  const why = known === undefined ? "" : `, as is known: ${known}`;
  return { line: `✗ ${id} FAILS${why}. ${said}`, isRed: known === undefined };
}
