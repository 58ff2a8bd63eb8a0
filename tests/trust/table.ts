import { readFileSync, writeFileSync } from "node:fs";
import type { Figure } from "./figure.ts";
import type { TrustRow } from "./rows.ts";

export interface TableRow {
  row: TrustRow;
  figure: Figure | null;
}

const BEGIN = "<!-- figures: written by npm run trust -->";
const END = "<!-- end of figures -->";

export function tableOf(rows: readonly TableRow[]): string {
  const lines = rows.map(({ row, figure }) => {
    const open = figure?.open || (figure === null ? (row.open ?? "not run") : "");
    const verdict =
      figure === null ? "not shown" : !figure.holds ? "**fails**" : open ? "in part" : "holds";
    const words = [figure?.figure, open && `_Open: ${open.replace(/^not shown: /, "")}._`].filter(
      Boolean,
    );
    return `| ${row.id} | ${row.promise} | ${verdict} | ${words.join(" ")} | ${figure?.place ?? "–"} |`;
  });
  return ["| Row | Promise | | Figure | Where |", "| --- | --- | --- | --- | --- |", ...lines].join(
    "\n",
  );
}

/** Replaces what stands between the two markers. */
export function writeTable(
  file: string,
  rows: readonly TableRow[],
  run: { seed: number; browser: string },
): void {
  const text = readFileSync(file, "utf8");
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${file} has no place for the figures`);
  const day = new Date().toISOString().slice(0, 10);
  const shown = rows.filter(({ figure }) => figure?.holds && !figure.open).length;
  const head = `Run of ${day}, ${run.browser}, seed ${run.seed}: ${shown} of ${rows.length} rows shown whole.`;
  writeFileSync(
    file,
    `${text.slice(0, from)}${BEGIN}\n\n${head}\n\n${tableOf(rows)}\n\n${text.slice(to)}`,
  );
}
