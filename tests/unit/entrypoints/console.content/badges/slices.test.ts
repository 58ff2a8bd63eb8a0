import { expect, it } from "vitest";
import { inSlices } from "../../../../../entrypoints/console.content/badges/slices";

it("works everything off, also what is added meanwhile", async () => {
  const queue = new Set(Array.from({ length: 250 }, (_, at) => at));
  const done: number[] = [];
  await inSlices(
    queue,
    () => false,
    (entries) => {
      if (done.length === 0) queue.add(999);
      done.push(...entries);
    },
  );
  expect(done).toHaveLength(251);
  expect(done.at(-1)).toBe(999);
});

it("lets the page breathe between slices", async () => {
  const queue = new Set(Array.from({ length: 300 }, (_, at) => at));
  let breaths = 0;
  const breathing = setInterval(() => breaths++, 0);
  await inSlices(
    queue,
    () => false,
    () => {
      const endsAtMs = performance.now() + 10;
      while (performance.now() < endsAtMs);
    },
  );
  clearInterval(breathing);
  expect(breaths).toBeGreaterThan(0);
});

it("stops in the middle when it is over", async () => {
  const queue = new Set(Array.from({ length: 300 }, (_, at) => at));
  let taken = 0;
  await inSlices(
    queue,
    () => taken > 0,
    (entries) => {
      taken += entries.length;
      const endsAtMs = performance.now() + 10;
      while (performance.now() < endsAtMs);
    },
  );
  expect(taken).toBeGreaterThan(0);
  expect(queue.size).toBe(300 - taken);
  expect(queue.size).toBeGreaterThan(200);
});
