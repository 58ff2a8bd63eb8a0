import { type CountName, t, tn } from "../words/words";
import { DAY_MS } from "./zone-clock";

/** Units in days, each with the number of days up to which it is used. */
const UNITS: [days: number, upTo: number, name: CountName][] = [
  [1 / 24, 1.5, "badge.aboutHours"],
  [1, 30.4, "badge.aboutDays"],
  [365.25 / 12, 700, "badge.aboutMonths"],
  [365.25, Number.POSITIVE_INFINITY, "badge.aboutYears"],
];

/** "in about 3 months" for an instant of which a page gave no more than that. */
export function aboutWords(aboutMs: number, nowMs: number): string {
  const leftMs = aboutMs - nowMs;
  const days = Math.abs(leftMs) / DAY_MS;
  const [size, , name] = UNITS.find(([, upTo]) => days < upTo) ?? [1, 0, "badge.aboutDays"];
  const count = Math.max(1, Math.round(days / size));
  return t(leftMs < 0 ? "badge.aboutAgo" : "badge.inAbout", tn(name, count));
}

/** Every instant near `nowMs` at which those words may change. */
export function aboutChanges(aboutMs: number, nowMs: number): number[] {
  const days = (aboutMs - nowMs) / DAY_MS;
  const limits = UNITS.flatMap(([size, upTo]) => {
    const count = Math.floor(days / size);
    return [upTo, -upTo, ...[-1.5, -0.5, 0, 0.5].map((n) => (count + n) * size)];
  });
  return limits
    .filter(Number.isFinite)
    .map((left) => Math.ceil(aboutMs - left * DAY_MS))
    .flatMap((ms) => [ms, ms + 1]);
}
