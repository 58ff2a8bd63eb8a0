// @vitest-environment jsdom
import { afterEach, expect, it, vi } from "vitest";
import {
  type PageChanges,
  type PageWatch,
  watchPage,
} from "../../../../entrypoints/console.content/page-watch";

let watch: PageWatch | undefined;
afterEach(() => {
  watch?.stop();
  document.body.replaceChildren();
});

function told(busyMs = 0) {
  const changes: PageChanges[] = [];
  const delayed: Node[] = [];
  watch = watchPage(
    (change) => {
      changes.push(change);
      const endsAtMs = performance.now() + busyMs;
      while (performance.now() < endsAtMs);
    },
    (node) => delayed.push(node),
  );
  return { changes, delayed };
}
const turn = () => new Promise<void>((resolve) => queueMicrotask(resolve));
const later = (ms = 80) => new Promise<void>((resolve) => setTimeout(resolve, ms));

it("tells a change before the page could be painted with it", async () => {
  const { changes } = told();
  const added = document.body.appendChild(document.createElement("p"));
  await turn();
  expect(changes.flatMap((change) => [...change.added])).toEqual([added]);
});

it("says at once what it can only tell later, while it is busy", async () => {
  const { changes, delayed } = told(10);
  const first = document.body.appendChild(document.createElement("p"));
  await turn();
  first.textContent = "another";
  await turn();
  expect(changes).toHaveLength(1);
  expect(delayed).toEqual([first]);
  await vi.waitFor(() => expect(changes).toHaveLength(2));
});

it("is silent about writes of our own, and hears the page's in between", async () => {
  const { changes } = told();
  watch?.write(() => document.body.append(document.createElement("b")));
  await later();
  expect(changes).toHaveLength(0);
  const theirs = document.body.appendChild(document.createElement("p"));
  watch?.write(() => document.body.append(document.createElement("b")));
  await later();
  expect(changes.flatMap((change) => [...change.added])).toEqual([theirs]);
});

it("names no single node when thousands changed", async () => {
  const { changes } = told();
  for (let at = 0; at < 9_000; at++) document.body.append(document.createElement("i"));
  await later();
  expect(changes.at(-1)?.everything).toBe(true);
});

it("hears open shadow roots, those that come later too", async () => {
  const { changes } = told();
  const host = document.body.appendChild(document.createElement("div"));
  const shadow = host.attachShadow({ mode: "open" });
  await later();
  const before = changes.length;
  const inside = shadow.appendChild(document.createElement("p"));
  await later();
  expect(changes.slice(before).flatMap((change) => [...change.added])).toEqual([inside]);
});
