import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { afterChanges, IN_A_ROW_MS } from "../../../../lib/browser/vault/after-changes";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const taking = (ms: number) => () => new Promise<void>((resolve) => setTimeout(resolve, ms));

it("follows a change at once, where nothing else is said", async () => {
  const follow = vi.fn();

  expect(await afterChanges(follow)(async () => "done", 0)).toBe("done");

  expect(follow).toHaveBeenCalledTimes(1);
});

it("follows changes in a row once, behind the last one", async () => {
  const follow = vi.fn();
  const changing = afterChanges(follow);

  for (let at = 0; at < 5; at++) {
    const change = changing(taking(300), IN_A_ROW_MS);
    await vi.advanceTimersByTimeAsync(300);
    await change;
    await vi.advanceTimersByTimeAsync(IN_A_ROW_MS - 1);
  }
  expect(follow).not.toHaveBeenCalled();

  await vi.advanceTimersByTimeAsync(1);
  expect(follow).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(follow).toHaveBeenCalledTimes(1);
});

it("waits for every change that is under way", async () => {
  const follow = vi.fn();
  const changing = afterChanges(follow);

  void changing(taking(1_000), 0);
  void changing(taking(10), 0);
  await vi.advanceTimersByTimeAsync(999);
  expect(follow).not.toHaveBeenCalled();

  await vi.advanceTimersByTimeAsync(1);
  expect(follow).toHaveBeenCalledTimes(1);
});

it("lets the longest wait count that was asked for", async () => {
  const follow = vi.fn();
  const changing = afterChanges(follow);

  await changing(async () => undefined, 400);
  await changing(async () => undefined, IN_A_ROW_MS);
  await vi.advanceTimersByTimeAsync(399);
  expect(follow).not.toHaveBeenCalled();

  await vi.advanceTimersByTimeAsync(1);
  expect(follow).toHaveBeenCalledTimes(1);
});

it("follows no change that failed, and those before it all the same", async () => {
  const follow = vi.fn();
  const changing = afterChanges(follow);
  const failing = () => changing(() => Promise.reject(new Error("not saved")), 0);

  await expect(failing()).rejects.toThrow("not saved");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(follow).not.toHaveBeenCalled();

  await changing(async () => undefined, IN_A_ROW_MS);
  await expect(failing()).rejects.toThrow("not saved");
  await vi.advanceTimersByTimeAsync(IN_A_ROW_MS);
  expect(follow).toHaveBeenCalledTimes(1);
});
