import { DEFAULT_LEADS } from "../reminders/reminder-rules";

/** Which of the things we add to the console's page are there. */
export interface Additions {
  badges: boolean;
  /** *Save to vault*: without it no new key is kept. */
  save: boolean;
  /** Filling in the form for a new key, and pointing at the row of a replaced one. */
  hands: boolean;
}

/** What the person chose, apart from what concerns the vault itself. Holds no secret and stands in clear. */
export interface Settings {
  language: "browser" | "en" | "de";
  theme: "browser" | "light" | "dark";
  units: "decimal" | "binary";
  clipboardSeconds: number;
  /** Days before the end of a key, largest first; empty for no reminder. */
  reminderDays: readonly number[];
  additions: Additions;
  /** Nothing is added to the console's page until the person says so again. */
  isPaused: boolean;
  /** Figures and names are blurred, because others see the screen. */
  isShared: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  language: "browser",
  theme: "browser",
  units: "decimal",
  clipboardSeconds: 30,
  reminderDays: DEFAULT_LEADS,
  additions: { badges: true, save: true, hands: true },
  isPaused: false,
  isShared: false,
};

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
};
export const SETTING_NAMES = Object.keys(SETTING_CHECKS) as (keyof Settings)[];

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

/** What runs on the page now. */
export function additionsNow({ additions, isPaused }: Settings): Additions {
  return isPaused ? { badges: false, save: false, hands: false } : additions;
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
