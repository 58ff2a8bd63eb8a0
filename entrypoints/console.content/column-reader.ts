import { type Badge, badgeOf } from "../../lib/keys/badge";
import { type DateOrder, dateOrder, learn } from "../../lib/keys/date-order";
import type { DateContext, ExpiryReading, RowCells } from "../../lib/keys/expiry-reading";
import { readCreated, readExpiry } from "../../lib/keys/read-expiry";

/** Reads the dates of a list one row at a time, with what all rows so far have taught. */
export interface ColumnReader {
  /** Learns from a row; `true` when that changes how rows before it are to be read. */
  learn(cells: RowCells): boolean;
  expiry(cells: RowCells): ExpiryReading;
  created(cells: RowCells): ExpiryReading;
  badge(reading: ExpiryReading): Badge;
  /** Another list, another language: what was learned no longer holds. */
  reset(): void;
}

export function createColumnReader(): ColumnReader {
  let order: DateOrder = dateOrder([], contextNow());
  return {
    learn: (cells) => learn(order, cells, contextNow()),
    expiry: (cells) => readExpiry(cells.expiry, order, contextNow()),
    created: (cells) =>
      cells.created ? readCreated(cells.created, order, contextNow()) : { kind: "unreadable" },
    badge: (reading) => badgeOf(reading, Date.now(), zoneNow()),
    reset: () => {
      order = dateOrder([], contextNow());
    },
  };
}

/** The instant a single text means, in epoch ms; `null` when it may mean several or none. */
export function readInstant(text: string): number | null {
  const cells: RowCells = { expiry: { text, datetime: null, titles: [] }, created: null };
  const context = contextNow();
  const reading = readExpiry(cells.expiry, dateOrder([cells], context), context);
  if (reading.kind !== "instants" || reading.isSpan || reading.readings.length !== 1) return null;
  return reading.readings[0].atMs;
}

function contextNow(): DateContext {
  return { language: document.documentElement.lang || null, zone: zoneNow(), nowMs: Date.now() };
}

let zone: string | undefined;

function zoneNow(): string {
  zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone;
}
