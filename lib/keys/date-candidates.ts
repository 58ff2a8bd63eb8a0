import type { DateContext, Reading } from "./expiry-reading";
import type { Mention } from "./mention";
import { DAY_MS, dayNumber, endOfDay, instantsShowing, offsetAt } from "./zone-clock";
import { ANYWHERE } from "./zone-text";

/** One instant a mention may mean, with what is needed to compare it with another mention. */
export interface Candidate {
  reading: Reading;
  /** What the text shows, as epoch ms as if its zone were UTC. */
  wallMs: number;
  /** How much longer than that it may be: a minute, or a day. */
  slackMs: number;
  /** The text names its zone. */
  isZoned: boolean;
}

/** Zones a console may show its times in without saying so: the browser's, UTC, and the vendor's home. */
export function silentZones(context: DateContext): string[] {
  return [...new Set([context.zone, "UTC", "Europe/Berlin"])];
}

const WHOLE_DAY = { ms: 0, slackMs: DAY_MS - 1, otherMs: null };

/** Every instant that a mention may mean, given the days still possible and the zones of a text without one. */
export function candidatesOf(
  mention: Mention,
  dayMs: number[],
  zones: string[],
  context: DateContext,
): Candidate[] {
  const isZoned = mention.zones !== null && mention.zones !== ANYWHERE;
  const spoken = mention.zones === ANYWHERE ? [context.zone, ...ANYWHERE] : mention.zones;
  const candidates: Candidate[] = [];
  for (const zone of spoken ?? (mention.time ? zones : [context.zone])) {
    const today = mention.fromToday;
    const days = today === null ? dayMs : [(dayNumber(zone, context.nowMs) + today) * DAY_MS];
    const { ms, slackMs, otherMs } = mention.time ?? WHOLE_DAY;
    const walls = days.flatMap((day) => (otherMs === null ? day + ms : [day + ms, day + otherMs]));
    for (const wallMs of walls) {
      const instants = mention.time
        ? instantsShowing(zone, wallMs)
        : [endOfDay(zone, Math.round(wallMs / DAY_MS))];
      // A named zone's clock never showed this time: it was set forward past it, so the old offset is meant.
      if (instants.length === 0 && isZoned) instants.push(wallMs - offsetAt(zone, wallMs - DAY_MS));
      for (const atMs of instants)
        candidates.push({
          reading: { atMs, isWholeDay: !mention.time, zone },
          wallMs,
          slackMs,
          isZoned,
        });
    }
  }
  return candidates;
}

/** No clock is further than this from UTC. */
const ZONE_DOUBT_MS = 14 * 3_600_000;

/** Whether two mentions can mean the same instant. */
export function agree(a: Candidate, b: Candidate): boolean {
  if (a.isZoned === b.isZoned) {
    const [fromA, fromB] = a.isZoned ? [instantOf(a), instantOf(b)] : [a.wallMs, b.wallMs];
    return fromA <= fromB + b.slackMs && fromB <= fromA + a.slackMs;
  }
  const [silent, zoned] = a.isZoned ? [b, a] : [a, b];
  const from = instantOf(zoned);
  return (
    from + zoned.slackMs >= silent.wallMs - ZONE_DOUBT_MS &&
    from <= silent.wallMs + silent.slackMs + ZONE_DOUBT_MS
  );
}

/** Whether an instant can lie in a span of a day's precision. */
export function liesIn(candidate: Candidate, fromMs: number, toMs: number): boolean {
  const from = instantOf(candidate);
  return from + candidate.slackMs >= fromMs - DAY_MS && from <= toMs + DAY_MS;
}

function instantOf({ reading, slackMs }: Candidate): number {
  return reading.isWholeDay ? reading.atMs - slackMs : reading.atMs;
}
