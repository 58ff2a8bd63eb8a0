import { agree, candidatesOf, silentZones } from "./date-candidates";
import { mentionsIn } from "./date-mentions";
import type { DayReading, Order } from "./day-reading";
import type { CellText, DateContext, RowCells } from "./expiry-reading";
import { isInItsLanguage } from "./header-words";
import type { Mention } from "./mention";
import { DAY_MS, dayNumber, instantsShowing } from "./zone-clock";

/**
 * What the rows seen so far rule out. It only grows, so rows that scrolled away keep counting; start a new one
 * when the page changes its language or format.
 */
export interface DateOrder {
  /** Orders ruled out, by the format of the dates. All three: the evidence contradicts itself. */
  readonly excluded: Map<string, Set<Order>>;
  /** Zones ruled out for times that name none: a key would have been created in the future. */
  readonly zones: Set<string>;
}

const ORDERS: Order[] = ["dmy", "mdy", "ymd"];
/** The browser's clock may be this much behind the console's. */
const CLOCK_DOUBT_MS = 10 * 60_000;

/** Evidence of all the rows: dates of one format share one order. */
export function dateOrder(rows: Iterable<RowCells>, context: DateContext): DateOrder {
  const order: DateOrder = { excluded: new Map(), zones: new Set() };
  for (const row of rows) learn(order, row, context);
  return order;
}

/**
 * Adds one row's evidence.
 *
 * @returns `true` when something new was ruled out, so that other rows may now read differently.
 */
export function learn(order: DateOrder, row: RowCells, context: DateContext): boolean {
  const expiry = onlyDate(row.expiry, "end");
  const created = row.created && onlyDate(row.created, "created");
  let isNew = false;
  for (const shape of new Set([expiry?.shape, created?.shape])) {
    if (!shape) continue;
    const impossible = ORDERS.filter((o) => !isPossible(o, shape, row, expiry, created, context));
    if (impossible.length === ORDERS.length) continue;
    const excluded = order.excluded.get(shape) ?? new Set();
    order.excluded.set(shape, excluded);
    for (const o of impossible) {
      isNew ||= !excluded.has(o);
      excluded.add(o);
    }
  }
  return ruleOutZones(order, created, context) || isNew;
}

/** The days a mention may mean, after all that the page told; still several where it did not tell enough. */
export function possibleDays(
  mention: Mention,
  order: DateOrder,
  context: DateContext,
): DayReading[] {
  const { days, shape } = mention;
  if (!shape || days.length < 2) return days;
  const excluded = order.excluded.get(shape);
  if (excluded?.size === ORDERS.length) return days;
  const open = days.filter((day) => !excluded?.has(day.order));
  if (open.length === 0) return days;
  const usual = usualOrders(shape)
    .map((orders) => open.filter((day) => orders.includes(day.order)))
    .find((tier) => tier.length > 0);
  const left = usual ?? open;
  if (left.length < 2 || !isInItsLanguage(context)) return left;
  const preferred = shapeOfLanguage(context.language);
  // American English stands in the templates of many kits, and dates are then written in the browser's language.
  if (preferred === "/mdy" && context.languages?.some((one) => shapeOfLanguage(one) === "/dmy"))
    return left;
  const byLanguage = left.filter((day) => `${shape[0]}${day.order}` === preferred);
  return byLanguage.length > 0 ? byLanguage : left;
}

/** Zones in which a time without one may be read, the likeliest first. */
export function possibleZones(order: DateOrder, context: DateContext): string[] {
  const zones = silentZones(context);
  const open = zones.filter((zone) => !order.zones.has(zone));
  return open.length > 0 ? open : zones;
}

/** Orders by how usual they are: a later group counts only when the ones before are ruled out. */
function usualOrders(shape: string): Order[][] {
  if (shape === ".2.") return [ORDERS];
  if (shape[0] === ".") return [["dmy"], ["mdy"], ["ymd"]];
  return shape === "-2" ? [ORDERS] : [["dmy", "mdy"], ["ymd"]];
}

function isPossible(
  o: Order,
  shape: string,
  row: RowCells,
  expiry: Mention | null,
  created: Mention | null,
  context: DateContext,
): boolean {
  const daysOf = (mention: Mention | null) =>
    mention?.days.filter((day) => mention.shape !== shape || day.order === o);
  const ends = daysOf(expiry);
  const beginnings = daysOf(created);
  if (ends?.length === 0 || beginnings?.length === 0) return false;
  const tomorrowMs = (dayNumber("UTC", context.nowMs) + 1) * DAY_MS;
  const isPossiblePair = (beginning: DayReading) =>
    beginning.dayMs <= tomorrowMs &&
    (ends ?? [beginning]).some((end) => beginning.dayMs <= end.dayMs);
  if (beginnings && !beginnings.some(isPossiblePair)) return false;
  return (
    agreesWithRest(row.expiry, expiry, ends, context) &&
    (!row.created || agreesWithRest(row.created, created, beginnings, context))
  );
}

/** Whether a machine-readable date or a title beside the text allows these days. */
function agreesWithRest(
  cell: CellText,
  mention: Mention | null,
  days: DayReading[] | undefined,
  context: DateContext,
): boolean {
  if (!mention || !days) return true;
  const zones = silentZones(context);
  const instants = (m: Mention, of: DayReading[]) =>
    candidatesOf(
      m,
      of.map(({ dayMs }) => dayMs),
      zones,
      context,
    );
  const own = instants(mention, days);
  const others = [cell.datetime ?? "", ...cell.titles.slice(0, MOST_TITLES)].flatMap(
    (text) => mentionsIn(text).dates,
  );
  return others.every(
    (other) =>
      other.shape !== null || instants(other, other.days).some((a) => own.some((b) => agree(a, b))),
  );
}

/** More titles than these in one cell are no help to a person either. */
export const MOST_TITLES = 6;

function onlyDate(cell: CellText, about: "end" | "created"): Mention | null {
  const dates = mentionsIn(cell.text).dates.filter(
    ({ event }) => event === null || event === about,
  );
  const [date] = dates;
  return dates.length === 1 && date?.fromToday === null ? date : null;
}

function ruleOutZones(order: DateOrder, created: Mention | null, context: DateContext): boolean {
  const { time } = created ?? {};
  if (!created || !time || created.zones) return false;
  const walls = possibleDays(created, order, context).map(({ dayMs }) => dayMs + time.ms);
  const isPast = (atMs: number) => atMs <= context.nowMs + CLOCK_DOUBT_MS;
  let isNew = false;
  for (const zone of silentZones(context)) {
    if (order.zones.has(zone)) continue;
    if (walls.some((wallMs) => instantsShowing(zone, wallMs).some(isPast))) continue;
    order.zones.add(zone);
    isNew = true;
  }
  return isNew;
}

const shapes = new Map<string, string | null>();

/** Separator and order of a language's dates, such as `/dmy`; `null` for plain English, which does not tell. */
function shapeOfLanguage(language: string | null): string | null {
  if (!language || /^en$/i.test(language)) return null;
  const known = shapes.get(language);
  if (known !== undefined) return known;
  const asked = askedShape(language);
  shapes.set(language, asked);
  return asked;
}

function askedShape(language: string): string | null {
  try {
    const format = new Intl.DateTimeFormat(language, { dateStyle: "short", timeZone: "UTC" });
    // An unknown language falls back to the browser's own, which says nothing of the page.
    if (Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return null;
    const [first, separator] = format.formatToParts(0);
    const order = first?.type === "day" ? "dmy" : first?.type === "month" ? "mdy" : null;
    return order && `${separator?.value[0]}${order}`;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
