// @vitest-environment jsdom
import { afterEach, expect, it, vi } from "vitest";
import type { AskNote } from "../../../../../entrypoints/console.content/hands/ask-note";
import type { Job } from "../../../../../entrypoints/console.content/hands/hands";
import { openForm } from "../../../../../entrypoints/console.content/hands/open-form";
import type { PagePlaces } from "../../../../../entrypoints/console.content/hands/page-places";
import { fakeToken } from "../../../page/tokens";

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** How often the console's button was pressed until nobody waits for its form any more. */
async function pressesOf(answer: string): Promise<number> {
  vi.useFakeTimers();
  // What jsdom has none of.
  Element.prototype.scrollIntoView ??= () => undefined;
  globalThis.PointerEvent ??= MouseEvent as unknown as typeof PointerEvent;
  document.body.innerHTML = `<h1>API Keys</h1><button>+ Generate API key</button>`;
  let presses = 0;
  document.querySelector("button")?.addEventListener("click", () => {
    presses++;
    document.body.insertAdjacentHTML("beforeend", answer);
  });
  const job = {
    isOver: () => false,
    report: async () => "stop",
    pause: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  } as unknown as Job;
  const opening = openForm(
    job,
    { roots: () => [document] } as unknown as PagePlaces,
    {} as unknown as AskNote,
  );
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await opening).toBeNull();
  return presses;
}

it("presses again where nothing came of a press", async () => {
  expect(await pressesOf("")).toBeGreaterThan(1);
});

it("presses a button once that makes the key without a form", async () => {
  expect(
    await pressesOf(`<div role="dialog"><h2>Your key</h2><code>${fakeToken(1)}</code></div>`),
  ).toBe(1);
  expect(await pressesOf(`<div role="dialog"><h2>Your key</h2><code>••••</code></div>`)).toBe(1);
});
