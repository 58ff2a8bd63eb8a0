import { type Badge, badgeOf } from "../../../lib/keys/badge";
import { type DateOrder, dateOrder, learn } from "../../../lib/keys/date-order";
import type {
  CellText,
  DateContext,
  ExpiryReading,
  RowCells,
} from "../../../lib/keys/expiry-reading";
import { countsWhatIsLeft } from "../../../lib/keys/header-words";
import { readCreated, readExpiry } from "../../../lib/keys/read-expiry";
import { type RowFacts, rowFacts } from "../../../lib/keys/row-facts";
import type { KeyList, KeyRow } from "../../../lib/page/key-list";

/** Reads the dates of a list one row at a time, with what all rows so far have taught. */
export interface ColumnReader {
  /** Learns from a row; `true` when that changes how rows before it are to be read. */
  learn(cells: RowCells): boolean;
  expiry(cells: RowCells): ExpiryReading;
  badge(reading: ExpiryReading): Badge;
  /** What the vault is asked about. */
  facts(row: KeyRow, reading: ExpiryReading | null): RowFacts;
  /** Headers of the lists' columns; `true` when they changed, so that cells may read differently. */
  setHeaders(headers: string[]): boolean;
  /** Reads a date of no key: the browser makes ready what it needs for that when it first meets it. */
  rehearse(): void;
  /** Another list, another language: what was learned no longer holds. */
  reset(): void;
}

/** What stands for "no value": it says "no end" only beside cells that have theirs. */
const DASH = /^(?:[-‐-―−–—]{1,3}|none|keine?s?|n\s*\/\s*a|k\.\s?a\.)$/iu;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const UNREADABLE: ExpiryReading = { kind: "unreadable" };

export function createColumnReader(): ColumnReader {
  let headers: string[] = [];
  let context: DateContext | null = null;
  /** The same for all rows that are read in one go. */
  function contextNow(): DateContext {
    if (context) return context;
    context = contextUnder(headers);
    queueMicrotask(() => {
      context = null;
    });
    return context;
  }
  let order: DateOrder = dateOrder([], contextNow());
  /** Some key of the list has a date, so one without is not merely unread. */
  let hasDates = false;

  const created = ({ created }: RowCells) =>
    created ? readCreated(created, order, contextNow()) : UNREADABLE;

  /** In a row that is loaded, in a column of dates, a dash is how consoles write that a key has no end. */
  function isDashForNever({ expiry, ...rest }: RowCells): boolean {
    const { text, datetime, titles } = expiry;
    if (rest.isInactive) return false;
    // Where what is left is counted, a key that has ended has nothing left.
    if (countsWhatIsLeft(contextNow())) return false;
    const isBare = DASH.test(text.trim()) && !datetime && titles.length === 0;
    return isBare && hasDates && created({ expiry, ...rest }).kind === "instants";
  }

  return {
    learn: (cells) => {
      const isNews = !hasDates && readExpiry(cells.expiry, order, contextNow()).kind === "instants";
      hasDates ||= isNews;
      return learn(order, cells, contextNow()) || isNews;
    },
    expiry: (cells) => {
      const reading = readExpiry(cells.expiry, order, contextNow());
      return reading.kind === "unreadable" && isDashForNever(cells) ? { kind: "never" } : reading;
    },
    badge: (reading) => badgeOf(reading, Date.now(), zoneNow()),
    facts: ({ description, cells }, reading) =>
      rowFacts(
        description,
        reading ?? UNREADABLE,
        cells.created ? created(cells) : null,
        contextNow(),
      ),
    setHeaders: (found) => {
      const isNews = found.join("\n") !== headers.join("\n");
      headers = found;
      context = null;
      return isNews;
    },
    rehearse: () => {
      const texts = MONTHS.map((month) => `1 ${month} 2026, 12:00`);
      for (const text of texts) {
        const cell: CellText = { text, datetime: null, titles: [] };
        learn(dateOrder([], contextNow()), { expiry: cell, created: cell }, contextNow());
        badgeOf(readExpiry(cell, order, contextNow()), Date.now(), zoneNow());
      }
    },
    reset: () => {
      order = dateOrder([], contextNow());
      hasDates = false;
    },
  };
}

/** The instant a single text means, in epoch ms; `null` when it may mean several or none. */
export function readInstant(text: string): number | null {
  const cells: RowCells = { expiry: { text, datetime: null, titles: [] }, created: null };
  const context = contextUnder([]);
  const reading = readExpiry(cells.expiry, dateOrder([cells], context), context);
  if (reading.kind !== "instants" || reading.isSpan || reading.readings.length !== 1) return null;
  return reading.readings[0].atMs;
}

/** The texts by which the columns of lists were recognised. */
export function headersOf(lists: KeyList[]): string[] {
  return lists.flatMap(({ columns }) => Object.values(columns));
}

/** What the page as it is now settles about dates under these headers. */
export function contextUnder(headers: string[]): DateContext {
  const language = document.documentElement.lang || null;
  const { languages } = navigator;
  return { language, languages, zone: zoneNow(), nowMs: Date.now(), headers };
}

let zone: string | undefined;

function zoneNow(): string {
  zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone;
}
