import { t } from "../../lib/words/words";
import { exactBytes, formatBytes } from "../amounts";

const WIDTH = 120;
const HEIGHT = 28;

/** The last days of usage as a line; its words say first, last and highest. Days without a figure are gaps. */
export function Sparkline({
  used,
  label,
}: {
  used: readonly (bigint | number | null)[];
  label: string;
}) {
  // A line of 28 pixels needs no exact sums.
  const known = used.flatMap((bytes) => (bytes === null ? [] : Number(bytes)));
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined)
    return <span class="quiet">{t("usage.noFigures")}</span>;
  const peak = Math.max(...known);
  const floor = Math.min(...known);
  const span = peak - floor || 1;
  const step = WIDTH / Math.max(1, used.length - 1);
  let path = "";
  let isDrawing = false;
  for (const [at, bytes] of used.entries()) {
    if (bytes !== null) {
      const y = HEIGHT - 3 - ((Number(bytes) - floor) / span) * (HEIGHT - 6);
      path += `${isDrawing ? "L" : "M"}${(at * step).toFixed(1)} ${y.toFixed(1)}`;
    }
    isDrawing = bytes !== null;
  }
  const words = (bytes: number) => formatBytes(Math.round(bytes));
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={t("usage.line", label, words(first), words(last), words(peak))}
    >
      <title>{`${words(first)} → ${words(last)} (${exactBytes(Math.round(last))})`}</title>
      <path d={path} />
    </svg>
  );
}
