import { exactBytes, formatBytes } from "../../lib/api/capacity";

const WIDTH = 120;
const HEIGHT = 28;

/** The last days of usage as a line; its words say first, last and highest. Days without a figure are gaps. */
export function Sparkline({ used, label }: { used: readonly (bigint | null)[]; label: string }) {
  const known = used.filter((bytes) => bytes !== null);
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined) return <span class="quiet">No usage figures</span>;
  const peak = known.reduce((high, bytes) => (bytes > high ? bytes : high), 0n);
  const floor = known.reduce((low, bytes) => (bytes < low ? bytes : low), peak);
  const span = Number(peak - floor) || 1;
  const step = WIDTH / Math.max(1, used.length - 1);
  let path = "";
  let isDrawing = false;
  for (const [at, bytes] of used.entries()) {
    if (bytes !== null) {
      const y = HEIGHT - 3 - (Number(bytes - floor) / span) * (HEIGHT - 6);
      path += `${isDrawing ? "L" : "M"}${(at * step).toFixed(1)} ${y.toFixed(1)}`;
    }
    isDrawing = bytes !== null;
  }
  const words = (bytes: bigint) => formatBytes(bytes, navigator.language);
  return (
    <svg
      class="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={`${label}: from ${words(first)} to ${words(last)}, at most ${words(peak)}`}
    >
      <title>{`${words(first)} → ${words(last)} (${exactBytes(last, navigator.language)})`}</title>
      <path d={path} />
    </svg>
  );
}
