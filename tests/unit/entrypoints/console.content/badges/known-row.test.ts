// @vitest-environment jsdom
import { afterEach, expect, it } from "vitest";
import { isOutdated, knownRow } from "../../../../../entrypoints/console.content/badges/known-row";
import { findKeyLists } from "../../../../../lib/page/key-list";

afterEach(() => document.body.replaceChildren());

function firstRow() {
  document.body.innerHTML =
    "<table><tr><th>Description</th><th>Valid until</th></tr><tr><td>Backup</td><td>2027-03-04 10:00</td></tr></table>";
  const [list] = findKeyLists([document]);
  const row = list?.rows().flatMap((element) => list.read(element) ?? [])[0];
  if (!list || !row) throw new Error("no row was read");
  const entry = knownRow(list, row, undefined);
  entry.element = row.expiryCell.appendChild(document.createElement("span"));
  entry.element.dataset.icmcBadge = "valid";
  entry.element.textContent = "Expires in 99 days";
  return { list, row, entry };
}

it("is up to date while its date stands there, whatever its badge says", () => {
  const { entry } = firstRow();
  if (entry.element) entry.element.textContent = "Expires in 98 days";
  expect(isOutdated(entry)).toBe(false);
});

it("is up to date where only what nobody sees beside its date changed", () => {
  const { entry, row } = firstRow();
  row.expiryCell.append(document.createComment("v-if"));
  expect(isOutdated(entry)).toBe(false);
});

it("is outdated as soon as another date stands there, or the cell is another one", () => {
  const { entry, row } = firstRow();
  if (row.expiryCell.firstChild) row.expiryCell.firstChild.nodeValue = "2027-03-05 10:00";
  expect(isOutdated(entry)).toBe(true);
  const other = firstRow();
  other.row.expiryCell.replaceWith(document.createElement("td"));
  expect(isOutdated(other.entry)).toBe(true);
});

it("keeps what is known of a row that still says the same", () => {
  const { entry, row, list } = firstRow();
  entry.mark = { mark: "kept", isCertain: true };
  const again = list.read(row.element);
  expect(again && knownRow(list, again, entry).mark).toBe(entry.mark);
});
