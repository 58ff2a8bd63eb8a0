// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";
import { showTheme } from "../../../components/show-theme";
import { lastTheme, rememberTheme } from "../../../lib/browser/settings/last-theme";

const shown = () => document.documentElement.dataset.theme;

beforeEach(() => {
  localStorage.clear();
  showTheme("browser");
});

describe("what a page of the extension is first painted in", () => {
  it.each(["light", "dark"] as const)("is the chosen theme, here %s", (theme) => {
    rememberTheme(theme);
    showTheme(lastTheme());
    expect(shown()).toBe(theme);
  });

  it("is the browser's theme, once that is chosen again", () => {
    rememberTheme("dark");
    showTheme(lastTheme());
    rememberTheme("browser");
    showTheme(lastTheme());
    expect(shown()).toBeUndefined();
  });

  it("is the browser's theme where nothing, or nothing known, is kept", () => {
    showTheme(lastTheme());
    expect(shown()).toBeUndefined();
    localStorage.setItem("theme", "blue");
    showTheme(lastTheme());
    expect(shown()).toBeUndefined();
  });
});
