import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchGrowth } from "../../../../../entrypoints/console.content/capture/token-growth";
import type { TokenPlace } from "../../../../../lib/page/token-place";

const placed = (token: string) => ({ token, isOnlyNew: false }) as TokenPlace;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("gives back, once, a string that stood still and is gone before it was known to be whole", () => {
  const growth = watchGrowth();
  expect(growth.isRipe(placed("eyJ.a.b"))).toBe(false);
  vi.advanceTimersByTime(250);
  expect(growth.fallen()?.token).toBe("eyJ.a.b");
  expect(growth.fallen()).toBeNull();
});

it("gives back nothing of a string that was still growing", () => {
  const growth = watchGrowth();
  growth.isRipe(placed("eyJ.a.b"));
  vi.advanceTimersByTime(250);
  growth.isRipe(placed("eyJ.a.bc"));
  vi.advanceTimersByTime(50);
  expect(growth.fallen()).toBeNull();
});
