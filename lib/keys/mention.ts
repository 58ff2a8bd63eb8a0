import type { DayReading } from "./day-reading";
import type { DateEvent } from "./event-words";
import type { RelativeSpan } from "./relative-text";
import type { TimeOfDay } from "./time-text";

/** A date as a text gives it, before anybody knows order and zone. */
export interface Mention {
  /** Empty where a word counted from today is used instead. */
  days: DayReading[];
  /** What dates of the same format have in common, such as `/4`; `null` when the order is beyond doubt. */
  shape: string | null;
  /** Days from today ("tomorrow" is 1). */
  fromToday: number | null;
  /** `null` for a whole day. */
  time: Pick<TimeOfDay, "ms" | "slackMs" | "otherMs"> | null;
  /** Every zone the text may mean, `null` when it names none. */
  zones: string[] | null;
  /** By the words it stands with. */
  event: DateEvent;
  /** A later date follows as the end of a span: behind a word such as "until", or a mere dash. */
  opens: "range" | "dash" | null;
}

/** A month without a day, as the midnights of its first and last day in UTC. */
export interface MonthSpan {
  firstMs: number;
  lastMs: number;
  event: DateEvent;
}

export interface Mentions {
  dates: Mention[];
  spans: (RelativeSpan & { event: DateEvent })[];
  months: MonthSpan[];
  saysNever: boolean;
  /** It speaks of another event, with or without its date. */
  tellsOther: boolean;
  /** The text says that the end has passed. */
  saysExpired: boolean;
  /** It says nothing else. */
  isExpiredOnly: boolean;
}
