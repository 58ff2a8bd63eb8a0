// @vitest-environment jsdom
import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import { HealthSection } from "../../../../components/vault/HealthSection";
import type { VaultFacts } from "../../../../lib/tasks/vault-facts";

afterEach(cleanup);

const NOW = new Date("2026-11-25T12:00:00Z");
const FACTS: VaultFacts = {
  health: {
    damaged: [],
    copies: "agree",
    findings: [],
    slots: [{ id: "1", kind: "passphrase" }],
    generation: 3,
    keepsHours: true,
    strict: false,
  },
  autoLock: 15,
  keyCount: 2,
  unverified: 0,
  mayBeExposed: 0,
  backup: null,
  hosts: [],
  journal: [],
};

function factsShown(facts: VaultFacts): Record<string, string> {
  render(<HealthSection facts={facts} now={NOW} />);
  return Object.fromEntries(
    screen
      .getAllByRole("term")
      .map((term) => [term.textContent ?? "", term.nextElementSibling?.textContent ?? ""]),
  );
}

it("says when the vault locks, and that no passkey opens it", () => {
  expect(factsShown(FACTS)).toMatchObject({
    Locking: "15 minutes after the last use",
    Passkey: "None",
  });
});

it("says that it locks strictly, and how many passkeys open it", () => {
  const slots = [...FACTS.health.slots, { id: "2", kind: "passkey" as const }];

  const shown = factsShown({
    ...FACTS,
    autoLock: null,
    health: { ...FACTS.health, slots, strict: true },
  });

  expect(shown.Locking).toBe(
    "Only when the browser closes; strict: the unlocked key is kept in memory only",
  );
  expect(shown.Passkey).toBe("1 passkey opens the vault too");
});

it.each([
  ["an hour ago", "2026-11-25T11:00:00Z", "Made today"],
  ["a day ago", "2026-11-24T11:00:00Z", "1 day"],
  ["three months ago", "2026-08-25T12:00:00Z", "92 days"],
  ["in the future, for the clock was set back", "2026-11-26T12:00:00Z", "Made today"],
])("says how old a backup is that was made %s", (_, at, words) => {
  expect(factsShown({ ...FACTS, backup: { at, missing: 0 } })["Age of the backup"]).toBe(words);
});

it("says no age of a backup that was never made", () => {
  expect(factsShown(FACTS)).not.toHaveProperty("Age of the backup");
});
