// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import { SelfCheck } from "../../../../components/self-check/SelfCheck";
import type { PageReport } from "../../../../lib/messages";

afterEach(cleanup);

const REPORT: PageReport = {
  path: "/api_keys",
  isApiKeysPage: true,
  findings: [
    { part: "list", found: true, by: "table" },
    { part: "column: expiry", found: false, by: "no-label" },
    { part: "column: created", found: true, by: { words: "Erstellt am" } },
    { part: "token place", found: false, by: "no-new-key" },
  ],
  rows: 4,
  unreadableRows: 1,
};
const nothing = { version: "1.2.3", onLook: () => {}, onCopyText: async () => {} };

describe("the self-check", () => {
  it("lists what was found, what was not, and what is not there at present", () => {
    render(<SelfCheck {...nothing} page={REPORT} />);
    const rows = screen.getAllByRole("row").map((row) => row.textContent);
    expect(rows).toContain("listfounda table");
    expect(rows).toContain("column: expirynot foundno header or label says so");
    expect(rows).toContain("column: createdfoundErstellt am");
    expect(rows).toContain("token placenot there nowno new key is shown");
    expect(rows).toContain("rows41 with an expiry that could not be read");
  });

  it("copies all of it as text with the version", async () => {
    let text = "";
    render(
      <SelfCheck
        {...nothing}
        page={REPORT}
        onCopyText={async (copied) => {
          text = copied;
        }}
      />,
    );
    fireEvent.click(screen.getByRole("button", { name: "Copy report" }));
    expect((await screen.findByRole("status")).textContent).toContain("Copied");
    expect(text).toContain("ICMC Companion 1.2.3");
    expect(text).toContain("list: found (a table)");
    expect(text).toContain("column: expiry: not found (no header or label says so)");
    expect(text).toContain("column: created: found (Erstellt am)");
    expect(text).toContain("token place: not there now (no new key is shown)");
    expect(text).toContain("rows: 4");
  });

  it("says so when the browser refuses to copy", async () => {
    render(
      <SelfCheck
        {...nothing}
        page={REPORT}
        onCopyText={async () => {
          throw new Error("not allowed");
        }}
      />,
    );
    fireEvent.click(screen.getByRole("button", { name: "Copy report" }));
    expect((await screen.findByRole("alert")).textContent).toContain("did not allow copying");
  });

  it.each([
    [null, "No tab shows the console"],
    ["not-reached" as const, "Reload it"],
  ])("tells what to do where there is no report (%s)", (page, words) => {
    render(<SelfCheck {...nothing} page={page} />);
    expect(screen.getByRole("status").textContent).toContain(words);
    expect(screen.queryByRole("button", { name: "Copy report" })).toBeNull();
  });
});
