// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { KeyList } from "../../../../components/keys/KeyList";
import type { Badge } from "../../../../lib/keys/badge";
import { anApiKey } from "../../keys/an-api-key";

const badge: Badge = { state: "valid", words: "Expires in 212 days", title: "", changesAtMs: null };
const keys = [
  anApiKey({ id: "a", description: "Backup gateway", tags: ["Veeam host 3"] }),
  anApiKey({ id: "b", description: "Billing script" }),
  anApiKey({ id: "c", description: "Überwachung" }),
];
let copied: string[] = [];
let test = async () => {};

function draw() {
  copied = [];
  test = async () => {};
  render(
    <KeyList
      keys={keys}
      keyInUse="b"
      badgeOf={() => badge}
      onCopy={async (id) => {
        copied.push(id);
      }}
      onUse={async () => undefined}
      onTest={() => test()}
      onRemove={async () => undefined}
      onRotate={async () => undefined}
      onSetTags={async () => undefined}
      onSetOwnReminders={async () => undefined}
      onCopyAs={async () => undefined}
    />,
  );
}
const shown = () =>
  within(screen.getByRole("list", { name: "API keys" }))
    .getAllByRole("listitem")
    .map((item) => item.getAttribute("aria-label"));

describe("the list of keys", () => {
  beforeEach(draw);
  afterEach(cleanup);

  it("shows each key with its description, badge and the three daily buttons", () => {
    const [first] = screen.getAllByRole("listitem");
    for (const name of ["Copy", "Use", "Test"])
      expect(within(first as HTMLElement).getByRole("button", { name: `${name} Backup gateway` }));
    expect(within(first as HTMLElement).getByText("Expires in 212 days"));
  });

  it.each([
    ["a description", "bill", ["Billing script"]],
    ["a tag", "veeam", ["Backup gateway"]],
    ["letters without their accents", "uber", ["Überwachung"]],
    ["several words in any order", "script bill", ["Billing script"]],
  ])("finds keys by %s", (_what, query, expected) => {
    fireEvent.input(screen.getByLabelText("Search"), { target: { value: query } });
    expect(shown()).toEqual(expected);
  });

  it("says so when nothing matches", () => {
    fireEvent.input(screen.getByLabelText("Search"), { target: { value: "nothing" } });
    expect(screen.getByRole("status").textContent).toContain("No key matches");
  });

  it("copies the first match when Enter is pressed while searching", async () => {
    const search = screen.getByLabelText("Search");
    fireEvent.input(search, { target: { value: "billing" } });
    fireEvent.keyDown(search, { key: "Enter" });
    await screen.findByText(/^Copied/);
    expect(copied).toEqual(["b"]);
  });

  it("walks the keys with the arrows and copies the marked one with Enter", async () => {
    fireEvent.keyDown(screen.getByLabelText("Search"), { key: "ArrowDown" });
    fireEvent.keyDown(document.activeElement as Element, { key: "ArrowDown" });
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Billing script");
    fireEvent.keyDown(document.activeElement as Element, { key: "Enter" });
    await screen.findByText(/^Copied/);
    expect(copied).toEqual(["b"]);
  });

  it("leaves arrows and letters to a choice inside a key", async () => {
    fireEvent.click(screen.getByRole("button", { name: "Details of Backup gateway" }));
    fireEvent.click(await screen.findByRole("button", { name: "Copy as… Backup gateway" }));
    const choice = screen.getByLabelText("Form");
    choice.focus();
    for (const key of ["ArrowDown", "p"])
      expect(fireEvent.keyDown(choice, { key }), `${key} is not taken`).toBe(true);
    expect(document.activeElement).toBe(choice);
  });

  it("tells the last thing that was done, not an old failure", async () => {
    test = async () => {
      throw Object.assign(new Error(), { name: "ApiTimeoutError" });
    };
    fireEvent.click(screen.getByRole("button", { name: "Test Billing script" }));
    await screen.findByText(/did not answer/);
    fireEvent.click(screen.getByRole("button", { name: "Copy Billing script" }));
    await screen.findByText(/^Copied/);
    expect(screen.queryByText(/did not answer/)).toBeNull();
  });

  it("marks the key in use", () => {
    expect(screen.getByRole("button", { name: "Use Billing script" }).ariaPressed).toBe("true");
    expect(screen.getByRole("button", { name: "Use Backup gateway" }).ariaPressed).toBe("false");
  });
});
