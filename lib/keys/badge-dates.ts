import { DAY_MS, offsetAt } from "./zone-clock";

/** How a wall clock's time is written. */
export interface Dates {
  day(wallMs: number, hasYear?: boolean): string;
  time(wallMs: number): string;
  zoneName(atMs: number): string;
}

const datesByZone = new Map<string, Dates>();

/** Asking Intl for each of thousands of badges would be slow; days and offsets repeat. */
export function datesIn(zone: string, locale: string): Dates {
  const key = `${zone} ${locale}`;
  const known = datesByZone.get(key);
  if (known) return known;
  const texts = new Map<string, string>();
  const once = (name: string, write: () => string) => {
    const text = texts.get(name) ?? write();
    if (texts.size > 10_000) texts.clear();
    texts.set(name, text);
    return text;
  };
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, {
      timeZone: "UTC",
      day: "numeric",
      month: "short",
      ...options,
    });
  const shortDay = format({});
  const longDay = format({ year: "numeric" });
  const named = format({ timeZone: zone, timeZoneName: "short" });
  const dates: Dates = {
    day: (ms, hasYear = true) =>
      once(`${Math.floor(ms / DAY_MS)}${hasYear}`, () => (hasYear ? longDay : shortDay).format(ms)),
    time: (ms) => new Date(ms).toISOString().slice(11, 16),
    zoneName: (ms) =>
      once(`zone ${offsetAt(zone, ms)}`, () => {
        const part = named.formatToParts(ms).find(({ type }) => type === "timeZoneName");
        return part?.value ?? zone;
      }),
  };
  datesByZone.set(key, dates);
  return dates;
}

/** "4 Mar 2027, 14:05". */
export function written(wallMs: number, dates: Dates): string {
  return `${dates.day(wallMs)}, ${dates.time(wallMs)}`;
}
