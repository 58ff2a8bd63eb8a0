import { useEffect, useRef, useState } from "preact/hooks";
import type uPlot from "uplot";
import type { UsageSeries } from "../../lib/tasks/figures/usage-series";
import { t } from "../../lib/words/words";
import { formatBytes } from "../amounts";
import { calendarDay } from "../calendar-days";

export interface ChartLine {
  name: string;
  bytes: readonly (bigint | null)[];
  look: "stored" | "allocated" | "other";
}

const HEIGHT = 260;

/**
 * Stored against allocated per day. Hover or arrow keys read a day out, dragging or plus and minus
 * zoom, Home and End go to the ends, Escape shows all again. The table below says the same to those
 * who do not see it.
 */
export function UsageChart({
  days,
  lines,
}: {
  days: UsageSeries["days"];
  lines: readonly ChartLine[];
}) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const [told, setTold] = useState("");

  useEffect(() => {
    const element = place.current;
    if (!element || days.length === 0) return;
    let isGone = false;
    const resize = new ResizeObserver(() => {
      chart.current?.setSize({ width: element.clientWidth, height: HEIGHT });
    });
    const darkness = matchMedia("(prefers-color-scheme: dark)");
    const draw = async () => {
      const { drawChart } = await import("./draw-chart");
      if (isGone) return;
      chart.current?.destroy();
      chart.current = drawChart(element, days, lines, HEIGHT, (at) =>
        setTold(dayWords(days, lines, at)),
      );
    };
    void draw();
    const redraw = () => void draw();
    darkness.addEventListener("change", redraw);
    resize.observe(element);
    return () => {
      isGone = true;
      darkness.removeEventListener("change", redraw);
      resize.disconnect();
      chart.current?.destroy();
      chart.current = null;
    };
  }, [days, lines]);

  function onKeyDown(event: KeyboardEvent) {
    const plot = chart.current;
    if (!plot) return;
    const { min = 0, max = 0 } = plot.scales.x ?? {};
    const [from, to] = [min ?? 0, max ?? 0];
    const at = plot.cursor.idx ?? days.length - 1;
    if (event.key === "ArrowLeft") point(plot, Math.max(0, at - 1));
    else if (event.key === "ArrowRight") point(plot, Math.min(days.length - 1, at + 1));
    else if (event.key === "Home") point(plot, 0);
    else if (event.key === "End") point(plot, days.length - 1);
    else if (event.key === "+") zoom(plot, from, to, 0.5);
    else if (event.key === "-") zoom(plot, from, to, 2);
    else if (event.key === "Escape") zoom(plot, from, to, Number.POSITIVE_INFINITY);
    else return;
    event.preventDefault();
  }

  function point(plot: uPlot, at: number) {
    const left = plot.valToPos(plot.data[0][at] ?? 0, "x");
    plot.setCursor({ left, top: plot.bbox.height / 2 / devicePixelRatio });
  }

  function zoom(plot: uPlot, from: number, to: number, factor: number) {
    const xs = plot.data[0];
    const [first, last] = [xs[0] ?? 0, xs.at(-1) ?? 0];
    const middle = plot.cursor.idx == null ? (from + to) / 2 : (xs[plot.cursor.idx] ?? from);
    const half = Math.max(86_400, ((to - from) / 2) * factor);
    plot.setScale("x", { min: Math.max(first, middle - half), max: Math.min(last, middle + half) });
  }

  return (
    <figure class="usage-chart">
      <div
        ref={place}
        class="usage-plot"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the chart is read with the arrow keys.
        tabIndex={0}
        aria-label={t("usage.chart", dayOrDash(days[0]), dayOrDash(days.at(-1)))}
        onKeyDown={onKeyDown}
      />
      <figcaption class="quiet" aria-live="polite">
        {told || t("usage.chartHint")}
      </figcaption>
    </figure>
  );
}

function dayWords(days: readonly string[], lines: readonly ChartLine[], at: number | null): string {
  const named = at === null ? undefined : days[at];
  if (at === null || named === undefined) return "";
  const figures = lines.map(({ name, bytes }) => {
    const value = bytes[at];
    return `${name} ${value == null ? "—" : formatBytes(value)}`;
  });
  return `${calendarDay(named)}: ${figures.join(", ")}`;
}

function dayOrDash(day: string | undefined): string {
  return day === undefined ? "—" : calendarDay(day);
}
