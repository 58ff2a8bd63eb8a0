// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, describe, expect, it } from "vitest";
import { Contracts } from "../../../../components/contracts/Contracts";
import { parseContracts } from "../../../../lib/api/contracts";
import type { ContractsSnapshot } from "../../../../lib/tasks/contracts-snapshot";

afterEach(cleanup);
// What jsdom has none of; here the end of a list is reached by its button.
globalThis.IntersectionObserver ??= class {
  observe() {}
  disconnect() {}
} as unknown as typeof IntersectionObserver;

const NOW_MS = Date.parse("2026-11-23T10:00:00Z");
const sent = {
  id: "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed",
  details: "Archive 2026",
  currency: "EUR",
  reservedCapacity: 500e12,
  allocatedCapacity: 120e12,
  costStorageGBCents: "0.6",
};

function snapshotOf(answer: unknown[]): ContractsSnapshot {
  const { items, notUnderstood } = parseContracts(answer);
  return { at: "2026-11-23T09:12:00.000Z", contracts: items, notUnderstood };
}

function draw(
  snapshot: ContractsSnapshot | null,
  refreshFailure: Error | null = null,
  partnerCounts?: Parameters<typeof Contracts>[0]["partnerCounts"],
) {
  return render(
    <Contracts
      {...(partnerCounts && { partnerCounts })}
      snapshot={snapshot}
      hasKeyInUse
      nowMs={NOW_MS}
      isRefreshing={false}
      refreshFailure={refreshFailure}
      onRefreshContracts={() => undefined}
      onCopyText={async () => undefined}
    />,
  );
}
const figure = (name: string) => screen.getByText(name).nextElementSibling?.textContent;

describe("contracts at a glance", () => {
  it("shows reserved, allocated and free capacity in terabytes", () => {
    draw(snapshotOf([sent]));
    expect(within(screen.getByRole("list", { name: "Contracts" })).getByText("Archive 2026"));
    expect([figure("Reserved"), figure("Allocated"), figure("Free")]).toEqual([
      "500 TB",
      "120 TB",
      "380 TB",
    ]);
  });

  it("shows the excess price in the contract's currency", () => {
    draw(snapshotOf([sent]));
    expect(screen.getByText(/€0\.006 per GB and month/));
  });

  it("draws a dash with the reason for what the API did not send or sent unreadable", () => {
    draw(snapshotOf([{ id: "x", reservedCapacity: "lots", currency: "EUR" }]));
    expect([figure("Reserved"), figure("Allocated"), figure("Free")]).toEqual(["—", "—", "—"]);
    expect(
      within(screen.getByText("Reserved").parentElement as HTMLElement).getByTitle(/could not/),
    );
    expect(
      within(screen.getByText("Allocated").parentElement as HTMLElement).getByTitle(/not send/),
    );
    expect(document.body.textContent).not.toMatch(/NaN|undefined|null/);
  });

  it("keeps a line for its partners until they are counted, so that no row moves", () => {
    const lines = (counts: typeof known) => {
      draw(snapshotOf([sent]), null, counts);
      const found = [...document.querySelectorAll(".contract > *")].map(({ tagName }) => tagName);
      const words = document.body.textContent;
      cleanup();
      return { found, words };
    };
    const known = new Map([[sent.id, { all: 4, payPerUse: 1 }]]);
    const [before, after] = [lines(new Map()), lines(known)];
    expect(before.found).toEqual(after.found);
    expect([before.words, after.words].map((words) => words?.includes("4 partners"))).toEqual([
      false,
      true,
    ]);
  });

  it("draws some of 10,000 at first, and more when asked for", () => {
    draw(snapshotOf(Array.from({ length: 10_000 }, (_, at) => ({ ...sent, id: `c-${at}` }))));
    const list = screen.getByRole("list", { name: "Contracts" });
    expect(list.children).toHaveLength(60);
    fireEvent.click(screen.getByRole("button", { name: "Show more contracts" }));
    expect(list.children).toHaveLength(180);
  });

  it("keeps the last figures with their age when a refresh fails", () => {
    draw(snapshotOf([sent]), Object.assign(new Error(), { name: "ApiTimeoutError" }));
    const alert = screen.getByRole("alert").textContent;
    expect(alert).toContain("did not answer");
    expect(alert).toMatch(/as of \d\d:\d\d/);
    expect(screen.getByText("Archive 2026"));
  });

  it("says how many contracts could not be read", () => {
    draw(snapshotOf([sent, 7]));
    expect(screen.getByText(/1 of 2 contracts/));
  });

  it("tells no contracts apart from no answer", () => {
    draw(snapshotOf([]));
    expect(screen.getByText(/has no contracts/));
    cleanup();
    draw(null, Object.assign(new Error(), { name: "ApiUnreachableError" }));
    expect(screen.queryByText(/has no contracts/)).toBeNull();
  });
});
