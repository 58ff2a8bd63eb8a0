import { describe, expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../../../../lib/tasks/settings/settings";
import {
  changesIn,
  makeSettingsFile,
  NotSettingsError,
  type PortableSettings,
  readSettingsFile,
} from "../../../../lib/tasks/settings/settings-file";

const { isPaused: _, isShared: __, isTourOver: ___, ...portable } = DEFAULT_SETTINGS;
const present: PortableSettings = {
  ...portable,
  autoLockMinutes: 15,
  strict: false,
  warnsWhileLocked: true,
};
const fileOf = (settings: object, version = 1) =>
  JSON.stringify({ format: "icmc-companion-settings", version, settings });

describe("a file of settings", () => {
  it("brings everything it was made of", () => {
    const settings: PortableSettings = { ...present, theme: "dark", autoLockMinutes: null };
    expect(readSettingsFile(makeSettingsFile(settings))).toEqual({
      settings,
      unreadable: [],
      unknown: [],
    });
  });

  it("holds nothing but the settings it names", () => {
    const more = { ...present, token: "eyJhbGciOi.secret.secret", isPaused: true };
    expect(makeSettingsFile(more)).not.toMatch(/token|secret|isPaused/);
  });

  it("names what is unknown and what cannot be read, and takes over the rest", () => {
    const read = readSettingsFile(fileOf({ theme: "dark", strict: "yes", colour: "red" }));
    expect(read).toEqual({
      settings: { theme: "dark" },
      unreadable: ["strict"],
      unknown: ["colour"],
    });
  });

  it("takes the names of an object's own for unknown", () => {
    const read = readSettingsFile(
      '{"format":"icmc-companion-settings","version":1,"settings":{"__proto__":{"theme":"dark"},"constructor":1}}',
    );
    expect(read.settings).toEqual({});
    expect(read.unknown).toEqual(["__proto__", "constructor"]);
  });

  it.each([
    ["no JSON", "theme: dark"],
    ["another format", '{"format":"other","version":1,"settings":{}}'],
    ["a newer version", fileOf({}, 2)],
    ["a list", "[]"],
    ["no settings", '{"format":"icmc-companion-settings","version":1,"settings":[]}'],
    ["too long", fileOf({ theme: " ".repeat(70_000) })],
  ])("is refused when it is %s", (_, text) => {
    expect(() => readSettingsFile(text)).toThrow(NotSettingsError);
  });

  it("changes only what differs", () => {
    const file = { theme: "dark", units: "decimal", reminderDays: [30, 14, 7, 1] } as const;
    expect(changesIn(file, present)).toEqual(["theme"]);
  });
});
