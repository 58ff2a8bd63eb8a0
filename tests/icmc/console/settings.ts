/** How the console shows dates; the words are one example each. */
export type DateFormat =
  /** 23 Nov 2026, 14:05 */
  | "named-month"
  /** 2026-11-23 14:05 */
  | "iso"
  /** 11/23/2026, 2:05 PM */
  | "us"
  /** 23/11/2026, 14:05 */
  | "british"
  /** 23.11.2026, 14:05 */
  | "german"
  /** 23 November 2026 */
  | "day-only"
  /** in 3 months */
  | "relative";

/** What a front-end is told before anybody signs in. Tests may change it at any time. */
export interface ConsoleSettings {
  /** `en` or `de`. */
  language: string;
  dateFormat: DateFormat;
  /** IANA name; `null`: the browser's own zone. */
  timeZone: string | null;
  /** Inactivity after which the console signs out, in milliseconds. */
  idleMs: number;
  /** Rows of a table on one page. */
  pageSize: number;
  /** Prefilled on the sign-in page; `null` leaves it empty. */
  demoLogin: { email: string; password: string } | null;
}

export const DEFAULT_SETTINGS: ConsoleSettings = {
  language: "en",
  dateFormat: "named-month",
  timeZone: null,
  idleMs: 3 * 60_000,
  pageSize: 10,
  demoLogin: { email: "alex@nordlicht.example", password: "Polarlicht-7" },
};
