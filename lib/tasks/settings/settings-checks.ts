import { type Additions, DEFAULT_SETTINGS, type Settings } from "./settings";

export const LANGUAGES = ["browser", "en", "de"] as const;
export const THEMES = ["browser", "light", "dark"] as const;
export const UNITS = ["decimal", "binary"] as const;
/** Chromium grants an alarm no less than 30 seconds. */
export const CLIPBOARD_CHOICES = [30, 60, 120, 300] as const;
const MOST_REMINDERS = 12;
const LONGEST_LEAD_DAYS = 3_650;

type Checks = { [Name in keyof Settings]: (value: unknown) => value is Settings[Name] };

/** Each setting by itself, so that one that is unreadable takes no other along. */
export const SETTING_CHECKS: Checks = {
  language: oneOf(LANGUAGES),
  theme: oneOf(THEMES),
  units: oneOf(UNITS),
  clipboardSeconds: oneOf(CLIPBOARD_CHOICES),
  reminderDays: isReminderDays,
  additions: isAdditions,
  isPaused: isBoolean,
  isShared: isBoolean,
  isTourOver: isBoolean,
};
const SETTING_NAMES = Object.keys(SETTING_CHECKS) as (keyof Settings)[];

/** What was stored or sent, each unusable value replaced by its default. */
export function checkSettings(stored: unknown): Settings {
  return { ...DEFAULT_SETTINGS, ...checkChange(stored) };
}

/** The settings in it that can be used; others are left out. */
export function checkChange(sent: unknown): Partial<Settings> {
  if (typeof sent !== "object" || sent === null) return {};
  const given = sent as Record<string, unknown>;
  const good = SETTING_NAMES.filter(
    (name) => Object.hasOwn(given, name) && SETTING_CHECKS[name](given[name]),
  );
  return Object.fromEntries(good.map((name) => [name, given[name]]));
}

function oneOf<const Choice>(choices: readonly Choice[]) {
  return (value: unknown): value is Choice => choices.includes(value as Choice);
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isReminderDays(value: unknown): value is readonly number[] {
  if (!Array.isArray(value) || value.length > MOST_REMINDERS) return false;
  const areDays = value.every(
    (days) => Number.isInteger(days) && days > 0 && days <= LONGEST_LEAD_DAYS,
  );
  return areDays && value.every((days, at) => at === 0 || days < value[at - 1]);
}

function isAdditions(value: unknown): value is Additions {
  if (typeof value !== "object" || value === null) return false;
  const { badges, save, hands } = value as Record<string, unknown>;
  return [badges, save, hands].every(isBoolean);
}
