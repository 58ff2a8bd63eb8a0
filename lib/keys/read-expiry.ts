import { attachedTo, isBacked } from "./attached";
import { agree, type Candidate, candidatesOf, liesIn } from "./date-candidates";
import { mentionsIn } from "./date-mentions";
import { type DateOrder, MOST_TITLES, possibleDays, possibleZones } from "./date-order";
import type { DateEvent } from "./event-words";
import type { CellText, DateContext, ExpiryReading, Reading } from "./expiry-reading";
import { countsWhatIsLeft, givesBothEnds } from "./header-words";
import { stateOf } from "./key-state";
import type { Mention, MonthSpan } from "./mention";
import { isBareLength, type RelativeSpan } from "./relative-text";
import { DAY_MS, endOfDay } from "./zone-clock";

/**
 * Reads one expiry cell with the evidence of its list (`dateOrder`, to which `learn` adds a row).
 * The cell costs the same however long the list is.
 *
 * A dash or an empty cell is `unreadable`: it does not say that there is no end, and it is just as well a
 * value that is missing or still loading.
 */
export function readExpiry(cell: CellText, order: DateOrder, context: DateContext): ExpiryReading {
  return readCell(cell, order, context, false);
}

/** Reads one created cell. It never lies in the future, which may settle what the text leaves open. */
export function readCreated(cell: CellText, order: DateOrder, context: DateContext): ExpiryReading {
  return readCell(cell, order, context, true);
}

/** More readings than this are no reading. */
const MOST_READINGS = 12;

function readCell(
  cell: CellText,
  order: DateOrder,
  context: DateContext,
  isCreated: boolean,
): ExpiryReading {
  const isAbout = ({ event }: { event: DateEvent }) =>
    event === null || event === (isCreated ? "created" : "end");
  const text =
    !isCreated && countsWhatIsLeft(context) && isBareLength(cell.text.trim().toLowerCase());
  const written = mentionsIn(text ? `in ${cell.text.trim()}` : cell.text);
  const attached = [cell.datetime ?? "", ...cell.titles.slice(0, MOST_TITLES)].map((source) =>
    attachedTo(written, mentionsIn(source)),
  );
  const sources = [...attached, written];
  const saysNever = sources.some((source) => source.saysNever);
  const isStart = ({ opens }: Mention) =>
    !isCreated && (opens === "range" || (opens === "dash" && givesBothEnds(context)));
  const isMeant = (mention: Mention) =>
    isAbout(mention) && !isStart(mention) && !(saysNever && isSentinel(mention));
  const zones = possibleZones(order, context);
  const groupOf = (mention: Mention) => {
    const days = possibleDays(mention, order, context).map(({ dayMs }) => dayMs);
    return candidatesOf(mention, days, zones, context);
  };
  const { nowMs } = context;
  const writtenDates = written.dates.filter(isMeant);
  const writtenEnd = {
    dates: writtenDates.flatMap(groupOf),
    spans: written.spans.filter(isAbout),
  };
  const mentions = [
    ...attached
      .flatMap(({ dates }) => dates)
      .filter(isMeant)
      .filter((m) => !written.tellsOther || isBacked(m, groupOf(m), writtenEnd, nowMs)),
    ...writtenDates,
  ];
  const spans: RelativeSpan[] = sources.flatMap((source) => source.spans).filter(isAbout);
  const [month, ...otherMonths] = sources.flatMap(({ months }) => months).filter(isAbout);
  if (saysNever) {
    const isAlone = mentions.length + spans.length === 0 && !month;
    return { kind: isAlone && !isCreated ? "never" : "unreadable" };
  }

  const groups = mentions.map(groupOf).sort((a, b) => exactness(b) - exactness(a));
  const [main, ...others] = groups;
  if (!main) {
    const [span] = spans;
    if (month && !span && otherMonths.length === 0) return spanOf(monthEnds(month, context));
    if (!span && !month && !isCreated && sources.some((source) => source.isExpiredOnly))
      return { kind: "past" };
    const isSplit = spans.some(
      ({ fromMs, toMs }) => span && (fromMs > span.toMs || toMs < span.fromMs),
    );
    return !span || isSplit || month
      ? { kind: "unreadable" }
      : { ...spanOf(spanEnds(span, context)), aboutMs: Math.round(nowMs + span.saidMs) };
  }
  if (month) return { kind: "unreadable" };

  let candidates = main;
  for (const other of others) {
    const agreeing = candidates.filter((a) => other.some((b) => agree(a, b)));
    // What contradicts itself keeps both readings: nobody can tell which one is right.
    candidates = agreeing.length > 0 ? agreeing : [...candidates, ...other];
  }
  for (const { fromMs, toMs } of spans)
    candidates = narrowed(candidates, (c) => liesIn(c, nowMs + fromMs, nowMs + toMs));
  if (isCreated)
    candidates = narrowed(candidates, ({ reading }) => startOf(reading) <= nowMs + DAY_MS / 24);
  else if (sources.some((source) => source.saysExpired)) {
    candidates = candidates.filter(({ reading }) => startOf(reading) <= nowMs);
    // It ended within the day that is told, whatever its last hour would be.
    if (candidates.length > 0 && candidates.every(({ reading }) => reading.atMs > nowMs))
      return { kind: "past" };
  }

  const readings = candidates.map(({ reading }) => reading);
  for (const span of spans)
    if (!candidates.some((c) => liesIn(c, nowMs + span.fromMs, nowMs + span.toMs)))
      readings.push(...spanEnds(span, context));
  const seen = new Set<number>();
  const [first, ...rest] = readings.filter(({ atMs }) => !seen.has(atMs) && seen.add(atMs));
  if (!first || rest.length >= MOST_READINGS) return { kind: "unreadable" };
  const isHalfDayOpen = mentions.some(({ time }) => time && time.otherMs !== null);
  return isHalfDayOpen
    ? fromFirstToLast(first, rest)
    : { kind: "instants", readings: [first, ...rest] };
}

function spanOf(readings: [Reading, Reading]) {
  return { kind: "instants" as const, readings, isSpan: true as const };
}

/** Both halves of the day in every zone say as little as a span, and are told as one. */
function fromFirstToLast(first: Reading, rest: Reading[]): ExpiryReading {
  const [from = first, ...later] = [first, ...rest].sort((a, b) => a.atMs - b.atMs);
  return spanOf([from, later.at(-1) ?? from]);
}

/** All that the words may mean where that is more than one state, otherwise what they say. */
function spanEnds(span: RelativeSpan, { nowMs, zone }: DateContext): [Reading, Reading] {
  const isSettled = stateOf(span.fromMs) === stateOf(span.toMs);
  const ends = isSettled ? [span.nearMs, span.farMs] : [span.fromMs, span.toMs];
  return ends.map((ms) => ({ atMs: Math.round(nowMs + ms), isWholeDay: false, zone })) as [
    Reading,
    Reading,
  ];
}

function monthEnds({ firstMs, lastMs }: MonthSpan, { zone }: DateContext): [Reading, Reading] {
  return [firstMs, lastMs].map((ms) => ({
    atMs: endOfDay(zone, Math.round(ms / DAY_MS)),
    isWholeDay: true,
    zone,
  })) as [Reading, Reading];
}

/** A named zone outweighs a silent one, a time outweighs a day. The sort is stable: `<time datetime>` comes first. */
function exactness([candidate]: Candidate[]): number {
  if (!candidate) return -1;
  return candidate.reading.isWholeDay ? 0 : candidate.isZoned ? 2 : 1;
}

function narrowed(
  candidates: Candidate[],
  isPossible: (candidate: Candidate) => boolean,
): Candidate[] {
  const possible = candidates.filter(isPossible);
  return possible.length > 0 ? possible : candidates;
}

function startOf({ atMs, isWholeDay }: Reading): number {
  return isWholeDay ? atMs - DAY_MS : atMs;
}

/** A date so far away that it stands for "never" in a machine-readable attribute. */
function isSentinel({ days }: Mention): boolean {
  return days.every(({ dayMs }) => dayMs > Date.UTC(2900, 0));
}
