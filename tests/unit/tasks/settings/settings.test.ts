import { describe, expect, it } from "vitest";
import { additionsNow, DEFAULT_SETTINGS } from "../../../../lib/tasks/settings/settings";
import { checkChange, checkSettings } from "../../../../lib/tasks/settings/settings-checks";

describe("settings", () => {
  it.each([undefined, null, 7, "dark", []])("are the usual ones where %j was stored", (stored) => {
    expect(checkSettings(stored)).toEqual(DEFAULT_SETTINGS);
  });

  it("keep what can be read beside what cannot", () => {
    const stored = { theme: "dark", units: "nibbles", clipboardSeconds: 86_400, language: "de" };
    expect(checkSettings(stored)).toEqual({ ...DEFAULT_SETTINGS, theme: "dark", language: "de" });
  });

  it("take over nothing by a name of another kind", () => {
    expect(checkChange({ theme: "light", __proto__: { isPaused: true }, secret: "x" })).toEqual({
      theme: "light",
    });
  });

  it.each([
    ["not in order", [1, 7]],
    ["twice the same", [7, 7]],
    ["part of a day", [1.5]],
    ["the day itself", [0]],
    ["text", ["7"]],
    ["too many", Array.from({ length: 13 }, (_, at) => 20 - at)],
  ])("refuse reminders that are %s", (_, reminderDays) => {
    expect(checkChange({ reminderDays })).toEqual({});
  });

  it("allow no reminders at all", () => {
    expect(checkChange({ reminderDays: [] })).toEqual({ reminderDays: [] });
  });

  it("put nothing on the page while it is paused, whatever else is on", () => {
    expect(additionsNow({ ...DEFAULT_SETTINGS, isPaused: true })).toEqual({
      badges: false,
      save: false,
      hands: false,
    });
  });
});
