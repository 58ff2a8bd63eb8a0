import { matchesOf, type VaultMark } from "../keys/match";
import type { RowFacts } from "../keys/row-facts";
import type { Vault } from "../vault/vault";

/** A mark, and whether the evidence speaks for this row alone. */
export interface RowMark {
  mark: VaultMark;
  isCertain: boolean;
}

const MOST_ROWS = 20_000;

/** What the vault knows of the rows the page names; `null` while it is locked or absent. */
export async function markRows(vault: Vault, sent: unknown): Promise<(RowMark | null)[] | null> {
  if ((await vault.state()) !== "open") return null;
  if (!Array.isArray(sent) || sent.length > MOST_ROWS) return null;
  const rows = sent.map(checkRow);
  const keys = await vault.keys();
  // The rows' own facts come back with them, and not which key it is.
  const marks = matchesOf(
    rows.filter((row) => row !== null),
    keys,
  ).map(({ mark, isCertain }) => ({ mark, isCertain }));
  let next = 0;
  return rows.map((row) => (row === null ? null : (marks[next++] ?? null)));
}

/** One row as the page told it, or `null` where a field is not what it should be. */
export function checkRow(sent: unknown): RowFacts | null {
  if (typeof sent !== "object" || sent === null) return null;
  const { description, expiry, created } = sent as Record<string, unknown>;
  if (typeof description !== "string") return null;
  const ends = expiry === "never" ? expiry : checkSpans(expiry);
  const beginnings = checkSpans(created);
  return ends && beginnings ? { description, expiry: ends, created: beginnings } : null;
}

function checkSpans(sent: unknown): { from: string; to: string }[] | null {
  if (!Array.isArray(sent) || sent.length > 8) return null;
  const isSpan = (span: unknown): span is { from: string; to: string } => {
    const { from, to } = (span ?? {}) as Record<string, unknown>;
    return isInstant(from) && isInstant(to);
  };
  return sent.every(isSpan) ? sent : null;
}

function isInstant(sent: unknown): boolean {
  return typeof sent === "string" && !Number.isNaN(Date.parse(sent));
}
