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
