// @vitest-environment jsdom
import { afterEach, expect, it } from "vitest";
import { createColumnReader } from "../../../../../entrypoints/console.content/badges/column-reader";
import {
  type KeyRows,
  keepKeyRows,
} from "../../../../../entrypoints/console.content/badges/key-rows";
import { type PageWatch, watchPage } from "../../../../../entrypoints/console.content/page-watch";
import type { RowMark } from "../../../../../lib/tasks/mark-rows";

const DAY_MS = 86_400_000;
const iso = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const certain = (mark: RowMark["mark"]): RowMark => ({ mark, isCertain: true });
let watch: PageWatch;
let rows: KeyRows;

afterEach(() => {
  rows.clear();
  watch.stop();
  document.body.replaceChildren();
});

function list(ends: string[], heads = ["Description", "Valid until", "Created at"]): void {
  const cells = (tag: string, texts: string[]) => texts.map((text) => `<${tag}>${text}</${tag}>`);
  document.body.innerHTML = `<h1>API Keys</h1><table><thead><tr>${cells("th", heads).join("")}</tr></thead><tbody>${ends
    .map((end, at) => `<tr>${cells("td", [`Key ${at}`, end, iso(-400)]).join("")}</tr>`)
    .join("")}</tbody></table>`;
  watch = watchPage(
    (changes) => {
      if (rows.follow(changes)) rows.discover();
    },
    (node) => rows.doubt(node),
  );
  rows = keepKeyRows(watch, createColumnReader(), () => {});
  rows.discover();
}
const states = () =>
  [...document.querySelectorAll<HTMLElement>("[data-icmc-badge]")].map(
    (badge) => badge.dataset.icmcBadge,
  );
const cell = (row: number, column: number) =>
  document.querySelectorAll("tbody tr")[row]?.children[column] as HTMLElement;
const later = () => new Promise<void>((resolve) => setTimeout(resolve, 60));

it("gives each row one badge, and a changed row another", async () => {
  list([iso(200), iso(-3)]);
  expect(states()).toEqual(["valid", "expired"]);
  cell(0, 1).textContent = iso(3);
  await later();
  expect(states()).toEqual(["urgent", "expired"]);
});

it("lets no late word of the vault put an old badge on another key", async () => {
  list([iso(200), iso(-3)]);
  const asked = rows.all();
  for (const [row, end] of [iso(-3), iso(200)].entries()) cell(row, 1).textContent = end;
  await later();
  rows.mark(asked, [certain("kept"), certain("missing")]);
  expect(states()).toEqual(["expired", "valid"]);
  expect(document.querySelector("[data-icmc-vault]")).toBeNull();
});

it("says what the vault has of a row, and where that is not certain", () => {
  list([iso(200), iso(-3)]);
  rows.mark(rows.all(), [certain("missing"), { mark: "kept", isCertain: false }]);
  const badges = [...document.querySelectorAll<HTMLElement>("[data-icmc-vault]")];
  expect(badges.map((badge) => badge.dataset.icmcVault)).toEqual(["missing", "kept"]);
  expect(badges.map((badge) => /not certain/i.test(badge.title))).toEqual([false, true]);
});

it("takes a badge away at once where its date changed and cannot be read yet", () => {
  list([iso(200)]);
  const text = cell(0, 1).firstChild;
  if (text) text.nodeValue = iso(-3);
  if (text) rows.doubt(text);
  expect(states()).toEqual([]);
});

it("reads rows below changed headers only when those are understood again", async () => {
  list([iso(200)]);
  const heads = [...document.querySelectorAll("th")];
  const [, valid, created] = heads;
  const texts = [cell(0, 1).firstChild, cell(0, 2).firstChild];
  if (valid && created) [valid.textContent, created.textContent] = ["Created at", "Valid until"];
  const [a, b] = texts.map((text) => text?.nodeValue ?? "");
  if (texts[0] && texts[1]) [texts[0].nodeValue, texts[1].nodeValue] = [b ?? "", a ?? ""];
  await later();
  expect(states()).toEqual(["valid"]);
  expect(cell(0, 2).querySelector("[data-icmc-badge]")).not.toBeNull();
});

it("leaves nothing when it is cleared", () => {
  list([iso(200), iso(3)]);
  rows.clear();
  expect(states()).toEqual([]);
});
