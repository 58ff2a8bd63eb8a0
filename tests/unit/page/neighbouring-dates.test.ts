// @vitest-environment jsdom
import { afterEach, describe, expect, it } from "vitest";
import { identifyPage } from "../../../lib/page/api-keys-page";
import { findKeyLists } from "../../../lib/page/key-list";
import { shadowRootsIn } from "../../../lib/page/roots";

const expiries = () =>
  findKeyLists([document, ...shadowRootsIn(document)]).flatMap((list) =>
    list.rows().flatMap((row) => list.read(row)?.cells.expiry.text ?? []),
  );
const items = (html: string) => {
  document.body.innerHTML = `<h1>API Keys</h1><ul><li><strong>a</strong>${html}</li><li><strong>b</strong>${html}</li></ul>`;
  return new Set(expiries());
};

afterEach(() => {
  document.body.replaceChildren();
});

describe("a label with its value is never read with the value of its neighbour", () => {
  it.each([
    ["Valid until June 23, 2027", "Created 3 months ago", "June 23, 2027"],
    ["Gültig bis 23.06.27", "Zuletzt verwendet vor 2 Tagen", "23.06.27"],
    ["Expires June 23, 2027", "Created 3 months ago", "June 23, 2027"],
    ["Expires tomorrow", "Created 3 months ago", "tomorrow"],
  ])("%s", (own, next, expiry) => {
    expect(items(`<div>${own}</div><div>${next}</div>`)).toEqual(new Set([expiry]));
  });

  it.each([
    ["Valid until", "Created 3 months ago"],
    ["Valid until", "Last used 2 days ago"],
  ])("%s without a value, before %s", (label, next) => {
    expect([...items(`<div>${label}</div><div>${next}</div>`)]).not.toContain(next);
  });
});

it("reads rows whose cells stand in their own shadow tree", () => {
  document.body.innerHTML = `<h1>API Keys</h1><div role="table"><div role="row"><span role="columnheader">Name</span><span role="columnheader">Expires</span></div><x-row role="row"></x-row></div>`;
  const shadow = document.querySelector("x-row")?.attachShadow({ mode: "open" });
  if (shadow) shadow.innerHTML = `<div role="cell">a</div><div role="cell">5 May 2027</div>`;
  expect(expiries()).toEqual(["5 May 2027"]);
});

const table = (day: string, columns = "<th>Description</th><th>Valid until</th>") =>
  `<table><tr>${columns}</tr><tr><td>a</td><td>${day}</td></tr></table>`;

it("counts the list of expired keys beside the one of active keys, and no other", () => {
  document.body.innerHTML = `<h1>API Keys</h1><h2>Active API keys</h2>${table("1 May 2027")}<h2>Expired</h2>${table("1 May 2025")}<h2>Pending invitations</h2>${table("2 May 2027", "<th>Name</th><th>Expires</th>")}`;
  expect(expiries()).toEqual(["1 May 2027", "1 May 2025"]);
});

it("leaves out a table in the details of a key", () => {
  document.body.innerHTML = `<h1>API Keys</h1><table><tr><th>Description</th><th>Valid until</th></tr><tr><td>a</td><td>1 May 2027</td></tr><tr><td colspan="2"><table><tr><th>IP range</th><th>Expires</th></tr><tr><td>10.0.0.0/8</td><td>2 May 2027</td></tr></table></td></tr></table>`;
  expect(expiries()).toEqual(["1 May 2027"]);
});

it.each(["/docs/api-keys", "/support/articles/12", "/knowledge-base/api-keys"])(
  "takes %s for no place where keys are listed",
  (path) => {
    document.body.innerHTML = "<h1>API keys</h1>";
    expect(identifyPage([document], path).isApiKeysPage).toBe(false);
  },
);

describe("a date and its time in elements of their own", () => {
  it.each([
    ["<p>Expires: <b>30 Nov 2026</b>, 09:00</p>", "30 Nov 2026 , 09:00"],
    [
      "<div><span>Expires</span><span>30 Nov 2026</span><span>2 PM</span><span>PST</span></div>",
      "30 Nov 2026 2 PM PST",
    ],
    [
      "<div><span>Expires</span><span>30 Nov 2026 14:00</span><button>EDIT</button></div>",
      "30 Nov 2026 14:00",
    ],
    ["<div><span>Expires</span><span>30 Nov 2026</span><span>3 hosts</span></div>", "30 Nov 2026"],
  ])("are read together: %s", (html, expiry) => expect([...items(html)]).toEqual([expiry]));

  it("are read together in a definition list", () => {
    document.body.innerHTML = `<h1>API Keys</h1><dl><dt>Name</dt><dd>a</dd><dt>Valid until</dt><dd>30 Nov 2026</dd><dd>09:00</dd><dt>Created</dt><dd>1 Jan 2026</dd></dl>`;
    expect(expiries()).toEqual(["30 Nov 2026 09:00"]);
  });
});

it("takes no first value for the end where all cells of a list are siblings", () => {
  const cells = ["Created at", "Description", "Valid until", "2026-01-01", "a", "2027-01-01"];
  document.body.innerHTML = `<h1>API Keys</h1><div>${cells.map((cell) => `<div>${cell}</div>`).join("")}</div>`;
  expect(expiries()).not.toContain("2026-01-01");
});

it.each([
  "Contract expiry",
  "Previous expiration",
  "Grace period after expiry",
  "Certificate expires",
])("takes no column %s for the end of a key", (header) => {
  document.body.innerHTML = `<h1>API Keys</h1>${table("2027-01-01", `<th>Description</th><th>${header}</th>`)}`;
  expect(expiries()).toEqual([]);
});
