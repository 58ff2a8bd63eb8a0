// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from "vitest";
import { showTheme } from "../../../components/show-theme";
import { lastTheme, rememberTheme } from "../../../lib/browser/settings/last-theme";

const shown = () => document.documentElement.dataset.theme;

beforeEach(() => localStorage.clear());

describe("what a page of the extension is first painted in", () => {
  it.each(["light", "dark", "browser"])("is the theme of the last view, here %s", (theme) => {
    rememberTheme("dark");
    rememberTheme(theme);
    showTheme(lastTheme());
    expect(shown()).toBe(theme);
  });

  it("is left to the browser where nothing is remembered", () => {
    showTheme(lastTheme());
    expect(shown()).toBe("");
  });
});
