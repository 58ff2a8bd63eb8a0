import { AUTO_LOCK_CHOICES, type AutoLockMinutes } from "../../vault/auto-lock";
import type { Settings } from "./settings";
import { SETTING_CHECKS } from "./settings-checks";

/** Settings that can be taken to another browser. Pause and screen sharing are of the moment. */
export type PortableSettings = Omit<Settings, "isPaused" | "isShared" | "isTourOver"> & {
  autoLockMinutes: AutoLockMinutes;
  strict: boolean;
  warnsWhileLocked: boolean;
};
export type PortableName = keyof PortableSettings;

export interface ReadSettingsFile {
  settings: Partial<PortableSettings>;
  /** Known by name, but with a value nobody can use. */
  unreadable: string[];
  /** Names this version does not know. */
  unknown: string[];
}

/** The file is not one of ours, or was made by a newer version. */
export class NotSettingsError extends Error {
  override name = "NotSettingsError";
}

const FORMAT = "icmc-companion-settings";
const VERSION = 1;
/** Ours have less than 1 kB. */
const LONGEST_FILE = 64 * 1024;
const MOST_NAMES = 20;
const LONGEST_NAME = 60;

const CHECKS: { [Name in PortableName]: (value: unknown) => boolean } = {
  language: SETTING_CHECKS.language,
  theme: SETTING_CHECKS.theme,
  units: SETTING_CHECKS.units,
  clipboardSeconds: SETTING_CHECKS.clipboardSeconds,
  reminderDays: SETTING_CHECKS.reminderDays,
  additions: SETTING_CHECKS.additions,
  autoLockMinutes: (value) => AUTO_LOCK_CHOICES.some((choice) => choice === value),
  strict: (value) => typeof value === "boolean",
  warnsWhileLocked: (value) => typeof value === "boolean",
};
const PORTABLE_NAMES = Object.keys(CHECKS) as PortableName[];

/** A file for people to read as well. Nothing but the named settings goes into it. */
export function makeSettingsFile(settings: PortableSettings): string {
  const named = Object.fromEntries(PORTABLE_NAMES.map((name) => [name, settings[name]]));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings: named }, null, 2)}\n`;
}

/** @throws {@link NotSettingsError} */
export function readSettingsFile(text: string): ReadSettingsFile {
  const given = settingsIn(text);
  const names = Object.keys(given);
  const isKnown = (name: string): name is PortableName => Object.hasOwn(CHECKS, name);
  const known = names.filter(isKnown);
  const good = known.filter((name) => CHECKS[name](given[name]));
  return {
    settings: Object.fromEntries(good.map((name) => [name, given[name]])),
    unreadable: known.filter((name) => !good.includes(name)),
    unknown: names
      .filter((name) => !isKnown(name))
      .slice(0, MOST_NAMES)
      .map((name) => name.slice(0, LONGEST_NAME)),
  };
}

/** Which of them differ from what is set. */
export function changesIn(
  file: Partial<PortableSettings>,
  present: PortableSettings,
): PortableName[] {
  return PORTABLE_NAMES.filter(
    (name) => name in file && JSON.stringify(file[name]) !== JSON.stringify(present[name]),
  );
}

function settingsIn(text: string): Record<string, unknown> {
  if (text.length > LONGEST_FILE) throw new NotSettingsError("too long for a file of settings");
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (cause) {
    throw new NotSettingsError("no JSON", { cause });
  }
  if (!isObject(read) || read.format !== FORMAT || read.version !== VERSION)
    throw new NotSettingsError("not the format of settings");
  if (!isObject(read.settings)) throw new NotSettingsError("no settings in it");
  return read.settings;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
