// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createBadge } from "../../../../../entrypoints/console.content/badges/badge-look";
import type { BadgeState } from "../../../../../lib/keys/badge";

const TOKENS = readFileSync(join(import.meta.dirname, "../../../../../assets/tokens.css"), "utf8");
const STATES: BadgeState[] = ["valid", "soon", "urgent", "expired", "never", "unclear", "unknown"];

/** What a token is in a theme, as `#rrggbb`. */
function token(name: string, theme: "light" | "dark"): string {
  const value = new RegExp(`--${name}: (.+);`).exec(TOKENS)?.[1] ?? "";
  const other = /^var\(--(.+)\)$/.exec(value)?.[1];
  if (other) return token(other, theme);
  const [, light = "", dark = ""] = /^light-dark\((#\w{6}), (#\w{6})\)$/.exec(value) ?? [];
  return theme === "light" ? light : dark;
}

const parts = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const rgb = (hex: string) => `rgb(${parts(hex).join(", ")})`;

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = parts(hex).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(["light", "dark"] as const)("a badge on a %s page", (theme) => {
  it.each(STATES)("is coloured as in popup and workspace: %s", (state) => {
    const { color, background } = createBadge(state, theme).style;
    expect(color).toBe(rgb(token(state, theme)));
    expect(background).toContain(rgb(token(`${state}-soft`, theme)));
  });

  it.each(STATES)("can be read whatever stands behind it: %s", (state) => {
    const [text, ground] = [token(state, theme), token(`${state}-soft`, theme)];
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
});
