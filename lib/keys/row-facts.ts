import { silentZones } from "./date-candidates";
import type { DateContext, ExpiryReading } from "./expiry-reading";
import { DAY_MS, dayNumber, endOfDay, startOfDay } from "./zone-clock";

/** One row of the console's list, as far as it was understood. Instants are ISO; several where the text is ambiguous. */
export interface RowFacts {
  description: string;
  /** Every instant the row's expiry may mean, earliest and latest; empty when unreadable. */
  expiry: { from: string; to: string }[] | "never";
  created: { from: string; to: string }[];
}

const MINUTE_MS = 60_000;
/** More than the background takes for one cell; so open a cell tells nothing about which key it is. */
const MOST_SPANS = 8;

type Span = { from: string; to: string };

/**
 * What a row says about its key, as spans of instants: a minute where it gives a time, the day wherever its
 * console may be where it gives none.
 *
 * @param created - `null` where the list has no such column.
 */
export function rowFacts(
  description: string,
  expiry: ExpiryReading,
  created: ExpiryReading | null,
  context: DateContext,
): RowFacts {
  return {
    description,
    expiry: expiry.kind === "never" ? "never" : spansOf(expiry, context),
    created: created ? spansOf(created, context) : [],
  };
}

function spansOf(reading: ExpiryReading, context: DateContext): Span[] {
  if (reading.kind !== "instants") return [];
  const { readings, isSpan } = reading;
  const [first, last = first] = readings;
  if (isSpan) {
    // Half a unit on either side is what the words say; the page may have rounded a whole one away.
    const padMs = first.isWholeDay ? DAY_MS : Math.ceil((last.atMs - first.atMs) / 2);
    return [span(first.atMs - padMs, last.atMs + padMs)];
  }
  const spans = readings.map(({ atMs, isWholeDay, zone }) => {
    if (!isWholeDay) return span(Math.floor(atMs / MINUTE_MS) * MINUTE_MS, atMs + MINUTE_MS - 1);
    const day = dayNumber(zone, atMs);
    const zones = silentZones(context);
    const starts = zones.map((z) => startOfDay(z, day));
    return span(
      Math.min(...starts),
      Math.max(...zones.map((z) => endOfDay(z, day)), Math.min(...starts) + DAY_MS),
    );
  });
  return spans.length > MOST_SPANS ? [] : spans;
}

function span(fromMs: number, toMs: number): Span {
  return { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
}
