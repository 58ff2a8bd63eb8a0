import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { localeOfDates } from "../../lib/words/words";
import { formatBytes } from "../amounts";
import type { ChartLine } from "./UsageChart";

const PALETTE = ["--accent", "--valid", "--soon", "--unclear", "--urgent", "--never"];

/** Puts the chart into `place`; only here `uplot` is loaded. Colours are those of the theme at this moment. */
export function drawChart(
  place: HTMLElement,
  days: readonly string[],
  lines: readonly ChartLine[],
  height: number,
  onPoint: (at: number | null) => void,
): uPlot {
  const probe = document.createElement("span");
  place.append(probe);
  const colour = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const quiet = colour("--text-quiet");
  const grid = { stroke: colour("--line"), width: 1 };
  const font = `11px ${getComputedStyle(place).fontFamily}`;
  let other = 1;
  const series = lines.map(({ name, look }): uPlot.Series => {
    if (look === "allocated") {
      return { label: name, stroke: quiet, width: 1.5, dash: [6, 4], points: { show: false } };
    }
    const stroke = colour(
      look === "stored" ? "--accent" : (PALETTE[other++ % PALETTE.length] ?? "--accent"),
    );
    return {
      label: name,
      stroke,
      width: 2,
      ...(look === "stored" ? { fill: colour("--accent-soft") } : {}),
      points: { show: days.length < 3 },
    };
  });
  probe.remove();
  return new uPlot(
    {
      width: place.clientWidth || 600,
      height,
      legend: { show: false },
      cursor: { y: false, points: { size: 7 } },
      scales: { y: { range: (_plot, _min, max) => [0, (max || 1) * 1.08] } },
      series: [{}, ...series],
      axes: [
        {
          stroke: quiet,
          grid,
          ticks: grid,
          font,
          values: (_plot, splits, _at, _space, stepSeconds) =>
            splits.map((seconds) => dayLabel(seconds, stepSeconds)),
        },
        {
          stroke: quiet,
          grid,
          ticks: grid,
          font,
          size: 72,
          values: (_plot, splits) => splits.map((bytes) => formatBytes(Math.round(bytes))),
        },
      ],
      hooks: { setCursor: [(plot) => onPoint(plot.cursor.idx ?? null)] },
    },
    [
      days.map((day) => Date.parse(`${day}T12:00:00Z`) / 1000),
      ...lines.map(({ bytes }) => bytes.map((value) => (value === null ? null : Number(value)))),
    ],
    place,
  );
}

/** "23 Nov", or "Nov 2026" where a step of the axis is a month or more. */
function dayLabel(seconds: number, stepSeconds: number): string {
  return new Date(seconds * 1000).toLocaleDateString(
    localeOfDates(),
    stepSeconds < 28 * 86_400
      ? { day: "numeric", month: "short" }
      : { month: "short", year: "numeric" },
  );
}
