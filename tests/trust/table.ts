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
    return `| ${row.id} | ${row.promise} | ${verdict} | ${words.join(" ")} | ${figure?.place ?? "–"} | ${runWords(figure)} |`;
  });
  return [
    "| Row | Promise | | Figure | Where | Run of |",
    "| --- | --- | --- | --- | --- | --- |",
    ...lines,
  ].join("\n");
}

/** Day, minute, load and commit the figure belongs to. */
function runWords(figure: Figure | null): string {
  if (figure === null) return "–";
  if (!figure.run) return "not noted";
  const { day, time, load, commit } = figure.run;
  const words = [time && `${day} ${time}`, load && `load ${load[0]} to ${load[1]}`, commit];
  return (time ? words : [day, commit]).filter(Boolean).join(", ");
}

/** Replaces what stands between the two markers. */
export function writeTable(file: string, rows: readonly TableRow[], seed: number): void {
  const text = readFileSync(file, "utf8");
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${file} has no place for the figures`);
  const shown = rows.filter(({ figure }) => figure?.holds && !figure.open).length;
  const commits = new Set(rows.map(({ figure }) => figure?.run?.commit));
  const together =
    commits.size === 1
      ? "All rows were run together"
      : "The rows were not all run together: the last column names day and commit of each (a plus: with changes not yet committed)";
  const head = `${shown} of ${rows.length} rows shown whole. ${together}, and where noted the minute (UTC) and how many processes wanted each core when it began and ended. Seed ${seed}.`;
  writeFileSync(
    file,
    `${text.slice(0, from)}${BEGIN}\n\n${head}\n\n${tableOf(rows)}\n\n${text.slice(to)}`,
  );
}
