import { agree, type Candidate } from "./date-candidates";
import type { DateEvent } from "./event-words";
import type { Mention, Mentions } from "./mention";
import type { RelativeSpan } from "./relative-text";
import { DAY_MS } from "./zone-clock";

const isNamed = ({ event }: { event: DateEvent }) => event !== null;

/**
 * What a title or a `datetime` beside a text tells of the end. Where the text speaks of another event as well
 * ("Expires soon · last used 2 days ago"), what does not say what it is about may be about that: of it, only
 * dates are left, for {@link isBacked} to ask.
 */
export function attachedTo(text: Mentions, attached: Mentions): Mentions {
  if (!text.tellsOther) return attached;
  return {
    ...attached,
    spans: attached.spans.filter(isNamed),
    months: attached.months.filter(isNamed),
    saysNever: false,
    saysExpired: false,
    isExpiredOnly: false,
  };
}

/** Whether an attached date is one that the text itself gives for the end, if less exactly. */
export function isBacked(
  mention: Mention,
  candidates: Candidate[],
  written: { dates: Candidate[]; spans: RelativeSpan[] },
  nowMs: number,
): boolean {
  if (isNamed(mention)) return true;
  return candidates.some((candidate) => {
    const { atMs, isWholeDay } = candidate.reading;
    const liesWithin = ({ fromMs, toMs }: RelativeSpan) =>
      atMs >= nowMs + fromMs && atMs - (isWholeDay ? DAY_MS : 0) <= nowMs + toMs;
    return written.dates.some((date) => agree(candidate, date)) || written.spans.some(liesWithin);
  });
}
