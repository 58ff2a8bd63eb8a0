import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  type SaveView,
  startCapture,
} from "../../../../../entrypoints/console.content/capture/capture-flow";
import type { CaptureState } from "../../../../../lib/tasks/keep-token";

const send = vi.hoisted(() => vi.fn());
vi.mock("../../../../../lib/browser/messaging", () => ({
  send,
  NoAnswerError: class NoAnswerError extends Error {},
  RemoteError: class RemoteError extends Error {},
}));

const CAPTURE = {
  captureId: "c-1",
  token: "a.b.c",
  description: "Backup host",
  end: { kind: "unknown" as const },
  capturedAt: "2026-11-23T10:00:00Z",
};
let views: SaveView[];
const shown = () => views.at(-1);

beforeEach(() => {
  vi.useFakeTimers();
  views = [];
  send.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
});

function answer(answers: Record<string, (CaptureState | Error)[]>): void {
  send.mockImplementation(async (type: string) => {
    const [next] =
      (answers[type]?.length ?? 0) > 1 ? [answers[type]?.shift()] : (answers[type] ?? []);
    if (next instanceof Error) throw next;
    return next;
  });
}
async function start(isAlive = () => true) {
  const flow = startCapture(CAPTURE, { isAlive, show: (view) => views.push(view) });
  await vi.advanceTimersByTimeAsync(0);
  return flow;
}
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it("holds at once and saves only when somebody says so", async () => {
  answer({ hold: [{ state: "held" }], saveHeld: [{ state: "saved" }] });
  const flow = await start();
  expect(shown()).toMatchObject({ state: "held", button: "Save to vault" });
  expect(send).not.toHaveBeenCalledWith("saveHeld", "c-1");
  flow.press("");
  await pass(0);
  expect(shown()).toEqual({ state: "saved", words: "Saved to vault", button: null });
});

it("sends a sealed copy anew when it went missing before it was saved", async () => {
  answer({
    hold: [{ state: "held" }],
    saveHeld: [{ state: "failed", reason: "gone" }, { state: "saved" }],
  });
  (await start()).press("");
  await pass(0);
  expect(shown()?.state).toBe("saved");
});

it("asks again until a worker answers", async () => {
  const { NoAnswerError } = await import("../../../../../lib/browser/messaging");
  const none = new NoAnswerError("nobody");
  answer({ hold: [none, none, { state: "held" }] });
  const flow = await start();
  expect(flow.isSafe()).toBe(false);
  await pass(2_000);
  expect(shown()?.state).toBe("held");
  expect(flow.isSafe()).toBe(true);
});

it("says that the page must be reloaded when the extension is gone", async () => {
  answer({ hold: [new Error("Extension context invalidated.")] });
  await start(() => false);
  expect(shown()).toMatchObject({ state: "failed", button: "Try again" });
  expect(shown()?.words).toContain("reload this page");
});

it("waits for a vault, and goes on by itself when there is one", async () => {
  answer({
    hold: [{ state: "no-vault" }, { state: "no-vault" }, { state: "held" }],
    saveHeld: [{ state: "saved" }],
  });
  const flow = await start();
  expect(shown()?.state).toBe("ready");
  flow.press("");
  await pass(0);
  expect(send).toHaveBeenCalledWith("openFirstRun");
  flow.vaultChanged();
  await pass(0);
  expect(shown()?.state).toBe("saved");
});

it.each(["storage", "inbox-full", "not-a-token", "read-only"] as const)(
  "tells what to do when it failed for %s, and never that it was saved",
  async (reason) => {
    answer({ hold: [{ state: "failed", reason }] });
    const flow = await start();
    expect(shown()).toMatchObject({ state: "failed", button: "Try again" });
    expect(views.map(({ words }) => words)).not.toContain("Saved to vault");
    expect(flow.isSafe()).toBe(false);
  },
);
