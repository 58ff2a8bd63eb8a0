import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createBadgeClock } from "../../../../../entrypoints/console.content/badges/badge-clock";

const HOUR_MS = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("rings at the earliest instant that was asked for, once", () => {
  const ring = vi.fn();
  const clock = createBadgeClock(ring);
  clock.ringBy(Date.now() + 2 * HOUR_MS);
  clock.ringBy(Date.now() + HOUR_MS);
  clock.ringBy(null);
  vi.advanceTimersByTime(HOUR_MS - 1);
  expect(ring).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10 * HOUR_MS);
  expect(ring).toHaveBeenCalledTimes(1);
});

it("looks again in between where the instant is far away", () => {
  const ring = vi.fn();
  createBadgeClock(ring).ringBy(Date.now() + 400 * 24 * HOUR_MS);
  vi.advanceTimersByTime(7 * HOUR_MS);
  expect(ring).toHaveBeenCalled();
});

it("is silent once stopped", () => {
  const ring = vi.fn();
  const clock = createBadgeClock(ring);
  clock.ringBy(Date.now() + HOUR_MS);
  clock.stop();
  vi.advanceTimersByTime(10 * HOUR_MS);
  expect(ring).not.toHaveBeenCalled();
});
