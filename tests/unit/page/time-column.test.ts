// @vitest-environment jsdom
import { expect, it } from "vitest";
import { findKeyLists } from "../../../lib/page/key-list";

/** What is read of the one row below these headers. */
function readUnder(headers: string[], cells: string[]) {
  const all = (tag: string, texts: string[]) =>
    texts.map((text) => `<${tag}>${text}</${tag}>`).join("");
  document.body.innerHTML = `<h1>API Keys</h1><table><thead><tr>${all("th", ["Name", ...headers])}</tr></thead><tbody><tr>${all("td", ["ci", ...cells])}</tr></tbody></table>`;
  const [list] = findKeyLists([document]);
  const [row] = list?.rows().flatMap((element) => list.read(element) ?? []) ?? [];
  return { expiry: row?.cells.expiry.text, created: row?.cells.created?.text };
}

it.each([
  [["Expiry date", "Expiry time"], ["2027-06-18", "09:30"], "2027-06-18 09:30"],
  [["Expiry time", "Expiry date"], ["09:30", "2027-06-18"], "2027-06-18 09:30"],
  [["Ablaufdatum", "Ablaufzeit"], ["18.06.2027", "9:30"], "18.06.2027 9:30"],
  [["Valid until", "Time"], ["18 Jun 2027", "9:30 PM"], "18 Jun 2027 9:30 PM"],
  [["Expiry date", "Expiry time (UTC)"], ["2027-06-18", "09:30"], "2027-06-18 09:30 UTC"],
  [["Expiry date", "Expiry time"], ["2027-06-18", "—"], "2027-06-18"],
  [["Expiry date", "Expiry time"], ["2027-06-18 08:00", "09:30"], "2027-06-18 08:00"],
  [["Expiration time", "Status"], ["2027-06-18 09:30", "Active"], "2027-06-18 09:30"],
  [["Expiry date and time", "Time"], ["2027-06-18 09:30", "3 days"], "2027-06-18 09:30"],
  [["Expiry date", "Time left"], ["2027-06-18", "12:00"], "2027-06-18"],
  [["Expiry date", "Expiry time"], ["Never", "09:30"], "Never"],
])("reads the end below %j: %j", (headers, cells, text) => {
  expect(readUnder(headers, cells).expiry).toBe(text);
});

it("takes each of two times to its own day", () => {
  const headers = ["Created date", "Created time", "Expiry date", "Expiry time"];

  expect(readUnder(headers, ["2026-06-18", "07:00", "2027-06-18", "09:30"])).toEqual({
    expiry: "2027-06-18 09:30",
    created: "2026-06-18 07:00",
  });
});
