import { exponentOf, type Figure, type Growth, ratioOf, summaryOf } from "./figure.ts";

/** One line for ours, one for every floor or other extension, with ratios of medians. */
export function figureText(figure: Figure): string {
  const { name, unit, target, note, floorIs } = figure;
  const aims = target ? `   (target ${target})` : "";
  const lines = [`\n${name}${aims}`, line("ours", figure.ours, figure)];
  for (const [other, samples] of Object.entries(figure.others ?? {}))
    lines.push(line(other, samples, figure));
  if (figure.floor.length > 0) lines.push(line(`floor: ${floorIs}`, figure.floor, figure));
  if (note) lines.push(`  ${note}${unit === "ms" && /\d$/.test(note) ? " ms" : ""}`);
  return lines.join("\n");
}

function line(who: string, samples: readonly number[], { floor, unit }: Figure): string {
  const summary = summaryOf(samples);
  if (!summary) return `  ${who.padEnd(62)}not measured`;
  const { median, min, max, runs } = summary;
  const ratio = samples === floor ? null : ratioOf(samples, floor);
  return [
    `  ${who.padEnd(62)}`,
    `${number(median)} ${unit}`,
    `  [${number(min)} …${number(max)}]`,
    `  n=${runs}`,
    ratio === null ? "" : `  ${ratio.toFixed(2)} ×`,
  ].join("");
}

/** Medians by size and the exponent of their growth. */
export function growthText(growths: readonly Growth[]): string {
  return growths
    .map(({ name, unit, medians }) => {
      const cells = medians.map(
        ({ size, median }) => `${size.toLocaleString("en")}: ${number(median).trim()} ${unit}`,
      );
      return `  ${name.padEnd(34)}${cells.join("   ")}   exponent ${exponentOf(medians).toFixed(2)}`;
    })
    .join("\n");
}

function number(value: number): string {
  return value.toFixed(1).padStart(8);
}
