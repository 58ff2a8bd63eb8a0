import type { Figure, Growth } from "./figure.ts";
import { ratioOf, summaryOf } from "./samples.ts";
import { exponentOf, targetText } from "./target.ts";

const NAME_WIDTH = 62;
const GROWTH_WIDTH = 46;
const CELL_WIDTH = 12;

/** One line for ours, one for every floor or other extension, with ratios of medians. */
export function figureText(figure: Figure): string {
  const { name, unit, target, note, floorIs } = figure;
  const aims = target ? `   (target ${targetText(target, unit)})` : "";
  const lines = [`\n${name}${aims}`, line("ours", figure.ours, figure)];
  for (const [other, samples] of Object.entries(figure.others ?? {}))
    lines.push(line(other, samples, figure));
  if (figure.floor.length > 0) lines.push(line(`floor: ${floorIs}`, figure.floor, figure));
  if (note) lines.push(`  ${note}`);
  return lines.join("\n");
}

function line(who: string, samples: readonly number[], { floor, unit }: Figure): string {
  const summary = summaryOf(samples);
  if (!summary) return `  ${who.padEnd(NAME_WIDTH)}not measured`;
  const { median, min, max, runs } = summary;
  const ratio = samples === floor || medianIsZero(floor) ? null : ratioOf(samples, floor);
  return [
    `  ${who.padEnd(NAME_WIDTH)}`,
    `${number(median)} ${unit}`,
    `  [${number(min)} …${number(max)}]`,
    `  n=${runs}`,
    ratio === null ? "" : `  ${ratio.toFixed(2)} ×`,
  ].join("");
}

/** Nothing is a multiple of nothing. */
function medianIsZero(samples: readonly number[]): boolean {
  return summaryOf(samples)?.median === 0;
}

/** A table: medians by size, and the exponent of their growth. */
export function growthText(growths: readonly Growth[]): string {
  const sizes = [...new Set(growths.flatMap(({ medians }) => medians.map(({ size }) => size)))];
  const columns = sizes.toSorted((a, b) => a - b);
  const head = [
    "  grows with".padEnd(GROWTH_WIDTH),
    ...columns.map((size) => size.toLocaleString("en").padStart(CELL_WIDTH)),
    "exponent".padStart(CELL_WIDTH),
    "last step".padStart(CELL_WIDTH),
  ].join("");
  return [head, ...growths.map((growth) => growthLine(growth, columns))].join("\n");
}

function growthLine(
  { name, unit, medians, target, refused = [] }: Growth,
  columns: number[],
): string {
  const cells = columns.map((column) => {
    const found = medians.find(({ size }) => size === column);
    return (found ? `${number(found.median).trim()} ${unit}` : "–").padStart(CELL_WIDTH);
  });
  const exponents = [medians, medians.slice(-2)]
    .map((some) => (some.length < 2 ? "–" : exponentOf(some).toFixed(2)))
    .map((text) => text.padStart(CELL_WIDTH));
  const aim = target ? `   (target ${targetText(target, unit)})` : "";
  const row = `  ${name.padEnd(GROWTH_WIDTH - 2)}${cells.join("")}${exponents.join("")}${aim}`;
  const notes = refused.map(
    ({ size, words }) => `    ${size.toLocaleString("en")}: refused, ${words}`,
  );
  return [row, ...notes].join("\n");
}

function number(value: number): string {
  const isTiny = value > 0 && value < 0.05;
  return (isTiny ? value.toPrecision(1) : value.toFixed(1)).padStart(8);
}
