import type { Settings } from "./backend.ts";

const PATTERNS: Record<string, { locale: string; options: Intl.DateTimeFormatOptions }> = {
  "named-month": {
    locale: "en-GB",
    options: {
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
    },
  },
  us: {
    locale: "en-US",
    options: {
      day: "2-digit",
      month: "2-digit",
      year: "numeric",
      hour: "numeric",
      minute: "2-digit",
    },
  },
  british: {
    locale: "en-GB",
    options: {
      day: "2-digit",
      month: "2-digit",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
    },
  },
  german: {
    locale: "de-DE",
    options: {
      day: "2-digit",
      month: "2-digit",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
    },
  },
  "day-only": { locale: "en-GB", options: { day: "numeric", month: "long", year: "numeric" } },
};

const DAY_MS = 86_400_000;

/** A time the way this console's tables show it. */
export function dateText(iso: string, settings: Settings, nowMs: number): string {
  const zone = settings.timeZone === null ? {} : { timeZone: settings.timeZone };
  if (settings.dateFormat === "relative") return relativeText(Date.parse(iso) - nowMs, settings);
  if (settings.dateFormat === "iso") {
    // Swedish dates are ISO dates.
    return new Intl.DateTimeFormat("sv-SE", {
      dateStyle: "short",
      timeStyle: "short",
      ...zone,
    }).format(new Date(iso));
  }
  const pattern = PATTERNS[settings.dateFormat];
  if (!pattern) throw new Error(`unknown date format: ${settings.dateFormat}`);
  return new Intl.DateTimeFormat(pattern.locale, { ...pattern.options, ...zone }).format(
    new Date(iso),
  );
}

function relativeText(aheadMs: number, { language }: Settings): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const days = aheadMs / DAY_MS;
  if (Math.abs(days) >= 60) return words.format(Math.round(days / 30.44), "month");
  if (Math.abs(days) >= 1) return words.format(Math.round(days), "day");
  return words.format(Math.round(days * 24), "hour");
}

/** Decimal units, as the console counts: 1 TB is 10¹² bytes. */
export function capacityText(bytes: number): string {
  const terabytes = bytes / 1e12;
  return `${new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 }).format(terabytes)} TB`;
}
