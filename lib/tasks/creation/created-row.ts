import type { Capture } from "../../keys/api-key";
import type { RowFacts } from "../../keys/row-facts";
import { createdAtOfToken, endOfToken, readToken } from "../../keys/token";

interface Asked {
  description: string;
  expiresAt: string;
}

const DOUBT_MS = 60_000;
/** Both by this computer's clock, which is set right now and then. */
const SAME_CLOCK_DOUBT_MS = 1_000;
/** The console's clock and ours may differ, and issuing takes its time. */
const ISSUED_DOUBT_MS = 10 * 60_000;

/**
 * Whether a row of the list may be the key that was asked for: its description, its expiry as far
 * as it says, and not created before asking.
 */
export function isNewRow(row: RowFacts, asked: Asked & { startedAt: string }): boolean {
  if (folded(row.description) !== folded(asked.description)) return false;
  if (isOlder(row, asked)) return false;
  if (row.expiry === "never") return false;
  const atMs = Date.parse(asked.expiresAt);
  return (
    row.expiry.length === 0 ||
    row.expiry.some(
      ({ from, to }) => atMs >= Date.parse(from) - DOUBT_MS && atMs <= Date.parse(to) + DOUBT_MS,
    )
  );
}

/**
 * Whether a row may be the key all the same: a console may cut a description short or put more beside it,
 * and give a key another end than was asked for. It is no proof that there is a key, and enough not to
 * say that there is none.
 */
export function mayBeNewRow(row: RowFacts, asked: Asked & { startedAt: string }): boolean {
  if (isOlder(row, asked)) return false;
  const [shown, wanted] = [folded(row.description), folded(asked.description)];
  if (shown === "") return row.created.length > 0;
  const cut = shown.replace(/\s*(?:…|\.\.\.)$/, "");
  return shown.startsWith(wanted) || (cut !== shown && cut !== "" && wanted.startsWith(cut));
}

function isOlder({ created }: RowFacts, { startedAt }: { startedAt: string }): boolean {
  const earliestMs = Date.parse(startedAt) - ISSUED_DOUBT_MS;
  return created.length > 0 && created.every(({ to }) => Date.parse(to) < earliestMs);
}

/**
 * Whether a captured token is the key that was asked for, and not one that somebody made by hand
 * meanwhile: the form it came from said the same, and it was issued after asking.
 *
 * @param askedAtMs - When the console was asked at the earliest.
 */
export function isAskedFor(capture: Capture, asked: Asked, askedAtMs: number): boolean {
  const token = readToken(capture.token);
  const issuedMs = Date.parse((token && createdAtOfToken(token)) ?? "");
  if (issuedMs < askedAtMs - ISSUED_DOUBT_MS) return false;
  // Seen on this computer before asking: the answer to somebody's earlier press.
  if (Date.parse(capture.capturedAt) < askedAtMs - SAME_CLOCK_DOUBT_MS) return false;
  if (capture.description !== "") return folded(capture.description) === folded(asked.description);
  const end = token ? endOfToken(token) : capture.end;
  return (
    end.kind === "at" && Math.abs(Date.parse(end.at) - Date.parse(asked.expiresAt)) <= DOUBT_MS
  );
}

function folded(description: string): string {
  return description.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}
