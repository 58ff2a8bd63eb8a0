// @vitest-environment jsdom
import { expect, it } from "vitest";
import { identifyPage } from "../../../lib/page/api-keys-page";
import { findKeyLists } from "../../../lib/page/key-list";
import { pageReport } from "../../../lib/page/page-report";
import { IN_ORDER, KEYS, SHAPES } from "./fixtures";

const report = (html: string) => {
  document.body.innerHTML = html;
  return pageReport({
    path: "/customers/4711/api_keys?mail=a@b.example",
    identity: identifyPage([document], "/customers/4711/api_keys"),
    lists: findKeyLists([document]),
    rows: KEYS.length,
    unreadableRows: 0,
    hasCreateForm: false,
    tokenTag: null,
  });
};

it.each(Object.entries(SHAPES))(
  "names what was recognised in %s and no value of it",
  (_name, write) => {
    const text = JSON.stringify(report(write(IN_ORDER)));
    for (const { description, expiry } of KEYS) {
      expect(text).not.toContain(description);
      expect(text).not.toContain(expiry);
    }
    expect(text).not.toMatch(/4711|example/);
    expect(
      report(write(IN_ORDER))
        .findings.filter(({ found }) => found)
        .map(({ part }) => part),
    ).toEqual(expect.arrayContaining(["page", "list", "column: expiry"]));
  },
);

it("says what is missing on a page without a list", () => {
  const { findings } = report("<h1>API Keys</h1><p>Nothing here</p>");
  expect(findings.find(({ part }) => part === "list")).toEqual({
    part: "list",
    found: false,
    by: "no-expiry",
  });
});
