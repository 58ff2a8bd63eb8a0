// @vitest-environment jsdom
import { expect, it } from "vitest";
import { findKeyLists } from "../../../lib/page/key-list";

const TABLE = `<table><thead><tr><th>Description</th><th>Expires</th></tr></thead>
  <tbody><tr><td>Times in JST</td><td>18 Jun 2027, 09:30</td></tr></tbody></table>`;

/** The text of the one expiry, with the zone that the page tells of it. */
function expiryOn(page: string): string | undefined {
  document.body.innerHTML = page;
  const [list] = findKeyLists([document]);
  const [row] = list?.rows().flatMap((element) => list.read(element) ?? []) ?? [];
  return row?.cells.expiry.text;
}

it.each([
  [`<p>All times are in UTC.</p>`, "UTC"],
  [`<p>All times are shown in <b>JST</b></p>`, "JST"],
  [`<p><svg><g></g><g></g></svg> Times (UTC+09:00)</p>`, "UTC+09:00"],
  [`<p>Times in Europe/Berlin</p>`, "Europe/Berlin"],
  [`<p>Dates and times are UTC</p>`, "UTC"],
  [`<div><span>Time zone:</span> <span>Europe/Berlin</span></div>`, "Europe/Berlin"],
  [`<small>Alle Zeiten in MEZ</small>`, "MEZ"],
  [`<p>Zeitangaben sind in UTC</p>`, "UTC"],
  [`<p>Times are displayed in Coordinated Universal Time.</p>`, "Coordinated Universal Time"],
])("reads the times of a list as the page tells: %s", (note, zone) => {
  expect(expiryOn(`<main><h1>API Keys</h1>${note}${TABLE}</main>`)).toBe(
    `18 Jun 2027, 09:30 ${zone}`,
  );
  expect(expiryOn(`<main><h1>API Keys</h1>${TABLE}</main>${note}`)).toBe("18 Jun 2027, 09:30");
  expect(expiryOn(`<h1>API Keys</h1>${TABLE}<footer>${note}</footer>`)).toBe(
    `18 Jun 2027, 09:30 ${zone}`,
  );
});

it("reads it in the caption of a table", () => {
  const table = TABLE.replace("<thead>", "<caption>All times in UTC</caption><thead>");
  expect(expiryOn(`<h1>API Keys</h1>${table}`)).toBe("18 Jun 2027, 09:30 UTC");
});

it.each([
  `<p>All times are in your local time zone.</p>`,
  `<p>All times are in browser time</p>`,
  `<p>Times are in 24 h format</p>`,
  `<p>Dates are in ISO format</p>`,
  `<p>Maintenance on 3 Dec 2026, 22:00 UTC</p>`,
  `<p>Server time: 12:04 UTC</p>`,
  `<p>Time of the last sign-in: 3 Dec, 22:00 CET</p>`,
  `<p>Usage is billed in UTC days.</p>`,
  `<p>All times are in UTC</p><p>All times are in CET</p>`,
  `<p hidden>All times are in UTC</p>`,
  `<p>Times we were in PT: many</p>`,
])("takes no zone from what tells of something else: %s", (note) => {
  expect(expiryOn(`<h1>API Keys</h1>${note}${TABLE}`)).toBe("18 Jun 2027, 09:30");
});

it("leaves a zone that the header or the cell names itself", () => {
  const note = `<p>All times are in JST</p>`;
  const under = (header: string, cell: string) =>
    expiryOn(`<h1>API Keys</h1>${note}${TABLE.replace("Expires", header).replace("09:30", cell)}`);
  expect(under("Expires (UTC)", "09:30")).toBe("18 Jun 2027, 09:30 UTC");
  expect(under("Expires", "09:30 CET")).toBe("18 Jun 2027, 09:30 CET");
});

it("knows a list whose note changed for another", () => {
  document.body.innerHTML = `<h1>API Keys</h1><p>All times are in UTC</p>${TABLE}`;
  const signature = () => findKeyLists([document])[0]?.signature;
  const before = signature();
  (document.querySelector("p") as Element).textContent = "All times are in CET";

  expect(signature()).not.toBe(before);
});
