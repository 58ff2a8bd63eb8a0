import { expect, it } from "vitest";
import { badgeOf } from "../../../lib/keys/badge";
import { stateOf } from "../../../lib/keys/key-state";
import { DAY_MS, dayNumber, endOfDay } from "../../../lib/keys/zone-clock";
import { readList } from "./read-list";

/**
 * Languages whose words we mostly do not know. Left out: Kyrgyz, which Intl writes year, day, month, and Basque,
 * which puts a year of two digits in front; neither can be told from what everybody else writes.
 */
const LANGUAGES =
  "af ar az bg bs cs da de-CH el en-IN en-PH es es-AR es-US et fa fi fil fr fr-CH he hi hr hu id is it ja ko lv mk mn ms nb nl pl pt ro ru si sk sl sq sr sv sw ta th tr uk uz vi zh zh-TW zu en-u-ca-buddhist zh-TW-u-ca-roc".split(
    " ",
  );
const ZONE = "Europe/Berlin";
const STYLES = ["short", "medium", "long", "full"] as const;
const NUMBERS = { year: "numeric", month: "numeric", day: "numeric" } as const;

interface Way {
  options: Intl.DateTimeFormatOptions;
  hasTime: boolean;
  zone: string;
}

/** How a page may have asked Intl for a date. A zone counts only where the text names it. */
function waysToWrite(): Way[] {
  const days = STYLES.map(
    (dateStyle): Way => ({ options: { dateStyle }, hasTime: false, zone: ZONE }),
  );
  const silent = STYLES.flatMap((dateStyle) =>
    [true, undefined].map((hour12): Way => {
      const options = { dateStyle, timeStyle: "short", ...(hour12 && { hour12 }) } as const;
      return { options, hasTime: true, zone: ZONE };
    }),
  );
  const spoken: Way = {
    options: { ...NUMBERS, hour: "numeric", minute: "2-digit", hour12: true, dayPeriod: "long" },
    hasTime: true,
    zone: ZONE,
  };
  const zoned = ["America/Los_Angeles", "Asia/Jakarta", "Pacific/Honolulu"].flatMap((zone) =>
    (["short", "longGeneric"] as const).map((timeZoneName): Way => {
      const options = { ...NUMBERS, hour: "numeric", minute: "2-digit", timeZoneName } as const;
      return { options, hasTime: true, zone };
    }),
  );
  return [...days, ...silent, spoken, ...zoned];
}

/** Distances from now: close to where a state changes, and far from it. */
const LEFT_MS = [-260, -7.3, -0.9, -0.4, -0.1, 0.1, 0.4, 0.9, 6.8, 7.2, 29.7, 30.4, 250].map(
  (days) => Math.round((days * DAY_MS) / 60_000) * 60_000,
);

it.each(LANGUAGES)("never shows a wrong state for what Intl writes in %s", (language) => {
  for (const { options, hasTime, zone } of waysToWrite()) {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: zone });
    for (const [at, leftMs] of LEFT_MS.entries()) {
      const nowMs = Date.UTC(2026, (at * 5) % 12, 1 + ((at * 11) % 28), (at * 7) % 24, 7);
      const text = format.format(nowMs + leftMs);
      const cells = { expiry: { text, datetime: null, titles: [] }, created: null };
      const [reading] = readList([cells], { language: null, zone: ZONE, nowMs });

      const { state } = badgeOf(reading ?? { kind: "unreadable" }, nowMs, ZONE);

      const endMs = hasTime ? nowMs + leftMs : endOfDay(ZONE, dayNumber(ZONE, nowMs + leftMs));
      const truth = stateOf(endMs - nowMs);
      expect(
        [truth, "unclear", "unknown"],
        `${text} at ${new Date(nowMs).toISOString()}`,
      ).toContain(state);
    }
  }
});
