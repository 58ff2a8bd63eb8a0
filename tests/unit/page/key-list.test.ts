// @vitest-environment jsdom
import { afterEach, describe, expect, it } from "vitest";
import { findKeyLists } from "../../../lib/page/key-list";
import { shadowRootsIn } from "../../../lib/page/roots";
import { IN_ORDER, KEYS, SHAPES } from "./fixtures";

const roots = () => [document, ...shadowRootsIn(document)];
const read = () =>
  findKeyLists(roots()).flatMap((list) =>
    list.rows().flatMap((element) => {
      const row = list.read(element);
      return row
        ? [
            {
              description: row.description,
              expiry: row.cells.expiry.text,
              created: row.cells.created?.text,
            },
          ]
        : [];
    }),
  );
const SHUFFLED = [
  IN_ORDER,
  ["action", "created", "expiry", "description"],
  ["expiry", "description", "action", "created"],
] as const;

afterEach(() => {
  document.body.replaceChildren();
});

describe.each(Object.entries(SHAPES))("%s", (_name, write) => {
  it.each(SHUFFLED)("gives every key with its dates, columns ordered %s %s %s %s", (...order) => {
    document.body.innerHTML = write(order as never);
    expect(read()).toEqual(KEYS);
  });

  it("is read the same with other classes and ids", () => {
    document.body.innerHTML = write(IN_ORDER).replace(
      /<(div|td|tr|span)\b/g,
      '<$1 class="css-1x9z" id="__proto__"',
    );
    expect(read()).toEqual(KEYS);
  });

  it("is read inside an open shadow root", () => {
    document.body.innerHTML = "<h1>API Keys</h1><x-app></x-app>";
    const shadow = document.querySelector("x-app")?.attachShadow({ mode: "open" });
    if (shadow) shadow.innerHTML = write(IN_ORDER);
    expect(read()).toEqual(KEYS);
  });

  it("finds the row around a text deep inside, and none around the heading", () => {
    document.body.innerHTML = write(IN_ORDER);
    const [list] = findKeyLists(roots());
    const row = list
      ?.rows()
      .map((element) => list.read(element))
      .find((one) => one?.description === "Old test");
    const text =
      row?.expiryCell.querySelector("*:not(button)")?.firstChild ?? row?.expiryCell.firstChild;
    expect(text && list?.rowAround(text)).toBe(row?.element);
    const heading = document.querySelector("h1");
    expect(heading && list?.rowAround(heading)).toBeNull();
  });
});

describe("what is no key row", () => {
  it("leaves out a table without an expiry column", () => {
    document.body.innerHTML =
      "<h1>API Keys</h1><table><tr><th>Name</th><th>Created at</th></tr><tr><td>a</td><td>2026-01-01</td></tr></table>";
    expect(findKeyLists(roots())).toEqual([]);
  });

  it("leaves out a table that its own heading gives to another subject", () => {
    document.body.innerHTML = `<h1>Settings</h1><h2>Invitations</h2><table><tr><th>Name</th><th>Valid until</th></tr><tr><td>a</td><td>2026-01-01</td></tr></table>`;
    expect(findKeyLists(roots())).toEqual([]);
  });

  it("takes only the list under the heading API keys when there are several", () => {
    const table = (name: string) =>
      `<table><tr><th>Name</th><th>Valid until</th></tr><tr><td>${name}</td><td>2027-01-01</td></tr></table>`;
    document.body.innerHTML = `<section><h2>Access</h2>${table("no")}</section><section><h2>API keys</h2>${table("yes")}</section>`;
    expect(read().map(({ description }) => description)).toEqual(["yes"]);
  });

  it("leaves out hidden rows, rows being edited and skeletons", () => {
    document.body.innerHTML = `<table><tr><th>Name</th><th>Expires</th></tr>
      <tr hidden><td>a</td><td>2027-01-01</td></tr><tr style="display:none"><td>b</td><td>2027-01-01</td></tr>
      <tr><td>c</td><td><input type="date"></td></tr><tr><td></td><td></td></tr><tr><td>d</td><td>2027-01-02</td></tr></table>`;
    expect(read().map(({ description }) => description)).toEqual(["d"]);
  });

  it("leaves out the summary in a confirmation dialog", () => {
    document.body.innerHTML = `<h1>API Keys</h1><div role="dialog"><h2>Delete?</h2><dl><dt>Name</dt><dd>a</dd><dt>Valid until</dt><dd>2027-01-01</dd></dl></div>`;
    expect(findKeyLists(roots())).toEqual([]);
  });

  it("leaves out rows whose cells a taller one pushes aside, where nothing tells how far", () => {
    document.body.innerHTML = `<table><thead><tr><th>Owner</th><th>Description</th><th>Valid until</th><th>Created</th></tr></thead><tbody>
      <tr><td rowspan="2">Kim</td><td>a</td><td>2027-01-01</td><td>2026-01-01</td><td>x</td></tr>
      <tr><td>b</td><td>2027-02-01</td><td>2026-02-01</td><td>x</td></tr></tbody></table>`;
    expect(read().map(({ expiry }) => expiry)).not.toContain("2026-02-01");
  });

  it("does not take a column about notices for the expiry", () => {
    document.body.innerHTML = `<table><tr><th>Name</th><th>Expiry notification</th></tr><tr><td>a</td><td>on</td></tr></table>`;
    expect(findKeyLists(roots())).toEqual([]);
  });
});

describe("what a cell says", () => {
  const cell = (html: string, header = "Valid until") => {
    document.body.innerHTML = `<table><tr><th>Name</th><th>${header}</th></tr><tr><td>a</td><td>${html}</td></tr></table>`;
    const [list] = findKeyLists(roots());
    const row = list?.rows()[0];
    return row && list?.read(row)?.cells.expiry;
  };

  it("never contains our own badge", () => {
    expect(cell(`2027-01-01<span data-icmc-badge="valid">Expires in 3 days</span>`)?.text).toBe(
      "2027-01-01",
    );
  });

  it("keeps date and time apart that stand in neighbouring elements", () => {
    expect(cell("<span>1 Jan 2027</span><span>14:00</span>")?.text).toBe("1 Jan 2027 14:00");
  });

  it("carries the machine-readable instant and the fuller title", () => {
    expect(
      cell(`<time datetime="2027-01-01T10:00:00Z" title="1 January 2027">soon</time>`),
    ).toEqual({
      text: "soon",
      datetime: "2027-01-01T10:00:00Z",
      titles: ["1 January 2027"],
    });
  });

  it.each([
    ["2027-01-01 10:00", "Valid until (UTC)", "2027-01-01 10:00 UTC"],
    ["2027-01-01 10:00", "Valid until (JST)", "2027-01-01 10:00 JST"],
    ["2027-01-01 10:00", "Valid until [Pacific Time]", "2027-01-01 10:00 Pacific Time"],
    ["10:00 PM on 2027-01-01", "Valid until, Asia/Tokyo", "10:00 PM Asia/Tokyo on 2027-01-01"],
    ["01-01-2027", "Valid until (UTC)", "01-01-2027 UTC"],
    ["2027-01-01 3 PM", "Valid until (ET)", "2027-01-01 3 PM ET"],
  ])("takes the zone a header names: %s below %s", (text, header, read) => {
    expect(cell(text, header)?.text).toBe(read);
  });

  it.each([
    ["2027-01-01 10:00", "Valid until (local time)"],
    ["2027-01-01 10:00", "Valid until (your time zone)"],
    ["2027-01-01 10:00", "Valid until (YYYY-MM-DD)"],
    ["2027-01-01 10:00 CET", "Valid until (UTC)"],
    ["2027-01-01T10:00:00+09:00", "Valid until (UTC)"],
    ["in 3 days", "Valid until (UTC)"],
  ])("adds none to %s below %s", (text, header) => {
    expect(cell(text, header)?.text).toBe(text);
  });
});

it("reads a hostile page without an exception", () => {
  const giant = "x".repeat(200_000);
  document.body.innerHTML = `<h1>API Keys</h1><p title="${giant}">${giant}</p><table id="constructor"><tr><th id="__proto__">Nаme</th><th>Valid until\u202e</th></tr><tr><td>${giant}</td><td>${giant}</td></tr></table>`;
  expect(() => read()).not.toThrow();
});

it("takes the value inside of a label's own element, not the button beside it", () => {
  document.body.innerHTML = `<h1>API Keys</h1><div role="list">${KEYS.map(
    (key) =>
      `<div role="listitem"><strong>${key.description}</strong><span>Created <b>${key.created}</b></span><span>Valid until <b>${key.expiry}</b></span><button>Delete</button></div>`,
  ).join("")}</div>`;
  expect(read()).toEqual(KEYS);
});

it("takes no row of values for the header of a body that has its header in another table", () => {
  const ends = ["No expiration", "2027-06-11 10:00"];
  document.body.innerHTML = `<h1>API Keys</h1><div><table><tr><th>Label</th><th>Expiration date</th></tr></table><table>${ends
    .map((end, at) => `<tr><td>Key ${at}</td><td>${end}</td></tr>`)
    .join("")}</table></div>`;
  expect(read().map(({ expiry }) => expiry)).toEqual(ends);
});
