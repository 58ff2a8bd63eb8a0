// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WaitingTokens } from "../../../../components/keys/WaitingTokens";
import type { HeldToken } from "../../../../lib/vault/vault";

const held = ["Backup gateway", "Billing script"].map((description, index) => ({
  captureId: `capture-${index}`,
  description,
  capturedAt: "2026-11-23T09:00:00.000Z",
  end: { kind: "unknown" as const },
}));
let saved: string[][] = [];
let discarded: string[] = [];

function draw() {
  saved = [];
  discarded = [];
  render(
    <WaitingTokens
      held={held}
      onSaveWaiting={async (...given) => {
        saved.push(given);
      }}
      onDiscardWaiting={async (captureId) => {
        discarded.push(captureId);
      }}
    />,
  );
}
const press = (name: string) =>
  fireEvent.click(screen.getAllByRole("button", { name })[0] as Element);

describe("keys that wait", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    draw();
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
  });

  it("counts them and shows each with its description", () => {
    expect(screen.getByText("2 keys waiting"));
    expect(
      screen.getAllByLabelText<HTMLInputElement>("Description").map(({ value }) => value),
    ).toEqual(["Backup gateway", "Billing script"]);
  });

  it("saves under the description as it was corrected", async () => {
    fireEvent.input(screen.getAllByLabelText("Description")[0] as Element, {
      target: { value: " Backup gateway Bonn " },
    });
    press("Save");
    expect(saved).toEqual([["capture-0", "Backup gateway Bonn"]]);
  });

  it("takes a discarded key off the list at once and erases it after ten seconds", () => {
    press("Discard");
    expect(screen.getByText("1 key waiting"));
    expect(discarded).toEqual([]);
    vi.advanceTimersByTime(10_000);
    expect(discarded).toEqual(["capture-0"]);
  });

  it("discards all at once, and gives all back when asked in time", () => {
    press("Discard all");
    expect(screen.queryByText("2 keys waiting")).toBeNull();
    press("Undo");
    expect(screen.getByText("2 keys waiting"));
    press("Discard all");
    vi.advanceTimersByTime(10_000);
    expect(discarded).toEqual(["capture-0", "capture-1"]);
  });

  it("saves all at once, each under its own description", async () => {
    press("Save all");
    await vi.advanceTimersByTimeAsync(0);
    expect(saved).toEqual([
      ["capture-0", "Backup gateway"],
      ["capture-1", "Billing script"],
    ]);
  });

  it("saves all at once under what was typed, too", async () => {
    fireEvent.input(screen.getAllByLabelText("Description")[1] as Element, {
      target: { value: "Billing script, Bonn " },
    });
    press("Save all");
    await vi.advanceTimersByTimeAsync(0);
    expect(saved).toEqual([
      ["capture-0", "Backup gateway"],
      ["capture-1", "Billing script, Bonn"],
    ]);
  });

  it("gives a discarded key back when asked in time", () => {
    press("Discard");
    press("Undo");
    vi.advanceTimersByTime(60_000);
    expect(screen.getByText("2 keys waiting"));
    expect(discarded).toEqual([]);
  });

  it("carries a discard out when the view closes before the time is over", () => {
    press("Discard");
    dispatchEvent(new Event("pagehide"));
    expect(discarded).toEqual(["capture-0"]);
  });
});

describe("a waiting key whose files were meddled with", () => {
  afterEach(cleanup);

  function drawWith(problem: "may-be-exposed" | "unreadable") {
    const [whole, other] = held as [HeldToken, HeldToken];
    const lost = { description: "", capturedAt: "", end: { kind: "unknown" as const } };
    const touched =
      problem === "unreadable" ? { ...other, ...lost, problem } : { ...other, problem };
    const wanted: string[] = [];
    render(
      <WaitingTokens
        held={[whole, touched]}
        onSaveWaiting={async (captureId) => {
          wanted.push(captureId);
        }}
        onDiscardWaiting={async () => {}}
      />,
    );
    return wanted;
  }

  it("can be saved, and is said to be exposed before it is", () => {
    drawWith("may-be-exposed");

    expect(screen.getByText(/may have been exposed while it was captured/)).toBeTruthy();
    expect(screen.getAllByRole("button", { name: "Save" })).toHaveLength(2);
  });

  it("says what is safe and what to do when it cannot be opened, and offers no Save", () => {
    drawWith("unreadable");

    expect(screen.getByRole("alert").textContent).toMatch(
      /cannot be opened.*kept keys are safe.*delete it there and create a new one/,
    );
    expect(screen.getAllByRole("button", { name: "Save" })).toHaveLength(1);
    expect(screen.getAllByRole("button", { name: "Discard" })).toHaveLength(2);
    expect(document.body.textContent).not.toContain("Invalid Date");
  });

  it("keeps no other from being saved with all", async () => {
    const wanted = drawWith("unreadable");

    press("Save all");

    await vi.waitFor(() => expect(wanted).toEqual(["capture-0"]));
  });
});
