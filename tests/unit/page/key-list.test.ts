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

describe("a header", () => {
  const below = (header: string) => {
    document.body.innerHTML = `<table><tr><th>Name</th><th>${header}</th></tr><tr><td>a</td><td>2027-01-01</td></tr></table>`;
    return read().map(({ expiry }) => expiry);
  };

  it.each([
    "Valid until<span class='visually-hidden'>sorted ascending</span>",
    "<div>Valid to</div> <i aria-hidden='true'>arrow_upward</i>",
    "<div>End date</div><div style='display:none'>Keys stop working after this moment</div>",
    "Until",
    "Validity period",
  ])("is read past what stands beside its name: %s", (header) => {
    expect(below(header)).toEqual(["2027-01-01"]);
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

  it("leaves out what a button beside the date says, and nothing where the button is the date", () => {
    expect(cell("2027-01-01 09:30 <button>Extend</button>")?.text).toBe("2027-01-01 09:30");
    expect(cell("<button>2027-01-01 09:30</button>")?.text).toBe("2027-01-01 09:30");
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
    ["18.06.2027 09:30", "Gültig bis (MEZ)", "18.06.2027 09:30 MEZ"],
    ["18.06.2027, 9.30 Uhr", "Gültig bis (UTC)", "18.06.2027, 9.30 UTC Uhr"],
    ["1.6.2027", "Gültig bis (UTC)", "1.6.2027 UTC"],
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

describe("lists that are built in other ways", () => {
  const row = (parts: string[]) => parts.map((part) => `<div>${part}</div>`).join("");
  const keyRows = KEYS.map((key) => row([key.description, key.created, key.expiry]));
  const heads = row(["Description", "Created at", "Valid until"]);

  it("are read where the names of columns stand in a row without elements of their own", () => {
    document.body.innerHTML = `<h1>API Keys</h1><div><div>${heads}</div>${keyRows.map((one) => `<div>${one}</div>`).join("")}</div>`;
    expect(read()).toEqual(KEYS);
  });

  it("take as many rows as there are columns for rows, however deep they stand", () => {
    const some = keyRows.slice(0, 3).map((one) => `<div>${one}</div>`);
    document.body.innerHTML = `<h1>API Keys</h1><div><div>${heads}</div><div><div>${some.join("")}</div></div></div>`;
    expect(read()).toEqual(KEYS.slice(0, 3));
  });

  it("take labels with loose texts behind them for no header", () => {
    document.body.innerHTML = `<h1>API Keys</h1>${KEYS.map(
      (key) =>
        `<div><h3>${key.description}</h3><b>Created:</b> ${key.created}<br><b>Expires:</b> ${key.expiry}<br><b>Last used:</b> never</div>`,
    ).join("")}`;
    expect(read()).toEqual(KEYS);
  });

  it("have no row where all cells stand in one element, and no value in a header", () => {
    document.body.innerHTML = `<h1>API Keys</h1><div>${row(["Expires", "Name", "Created"])}${KEYS.map((key) => row([key.expiry, key.description, key.created])).join("")}</div>`;
    expect(read()).toEqual([]);
  });

  it("are read where each key is a table of its own", () => {
    document.body.innerHTML = `<h1>API Keys</h1>${KEYS.map(
      (key) =>
        `<table><tr><th>Name</th><td>${key.description}</td></tr><tr><th>Expires</th><td>${key.expiry}</td></tr><tr><th>Created</th><td>${key.created}</td></tr></table>`,
    ).join("")}`;
    expect(read()).toEqual(KEYS);
  });

  it("are read where pinned columns stand in parts of their own, by the names of their cells", () => {
    const cells = (role: string, named: [string, string][]) =>
      `<div role="row">${named.map(([name, text]) => `<div role="${role}" col-id="${name}">${text}</div>`).join("")}</div>`;
    document.body.innerHTML = `<h1>API Keys</h1><div role="grid">${cells("columnheader", [
      ["created", "Created"],
      ["used", "Last used"],
    ])}${cells("columnheader", [["end", "Expires"]])}${KEYS.map((key) =>
      cells("gridcell", [
        ["created", key.created],
        ["used", "2026-05-05"],
      ]),
    ).join("")}${KEYS.map((key) => cells("gridcell", [["end", key.expiry]])).join("")}</div>`;
    expect(read().map(({ expiry }) => expiry)).toEqual(KEYS.map(({ expiry }) => expiry));
  });

  it("are read where a component shows its rows in a slot, and a card in its own tree", () => {
    document.body.innerHTML = `<h1>API Keys</h1><x-table role="table">${["Name", "Expires"].map((name) => `<div role="columnheader">${name}</div>`).join("")}</x-table>`;
    const [table] = document.getElementsByTagName("x-table");
    if (table) {
      table.innerHTML = `<div role="row">${table.innerHTML}</div><div role="row"><div role="cell">a</div><div role="cell">2027-01-01</div></div>`;
      table.attachShadow({ mode: "open" }).innerHTML = "<slot></slot>";
    }
    expect(read().map(({ expiry }) => expiry)).toEqual(["2027-01-01"]);
    document.body.innerHTML = "<h1>API Keys</h1><x-key></x-key><x-key></x-key>";
    for (const host of document.getElementsByTagName("x-key"))
      host.attachShadow({ mode: "open" }).innerHTML =
        "<b>a</b><div><span>Expires</span><span>2027-01-01</span></div>";
    expect(read().map(({ expiry }) => expiry)).toEqual(["2027-01-01", "2027-01-01"]);
  });
});

it("tells that a key without a date is not in use, whatever its pill is made of", () => {
  const line = (state: string, expiry: string) =>
    `<tr><td>a</td><td><span><i class="dot"></i>${state}</span></td><td>${expiry}</td></tr>`;
  document.body.innerHTML = `<h1>API Keys</h1><table><thead><tr><th>Description</th><th>Status</th><th>Valid until</th></tr></thead>
    <tbody>${line("Revoked", "—")}${line("Active", "—")}${line("Revoked", "1 Mar 2031")}</tbody></table>`;
  const [list] = findKeyLists(roots());
  const inactive = list?.rows().map((row) => list.read(row)?.cells.isInactive ?? false);
  expect(inactive).toEqual([true, false, false]);
});
