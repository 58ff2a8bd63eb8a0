import { csv, dialectOf } from "../figures/csv";
import type { JournalEntry } from "./journal";
import type { ObjectState } from "./write-order";

/** The journal for a spreadsheet: one line for each write, newest first. */
export function journalCsv(entries: readonly JournalEntry[], locale: string): string {
  const head = [
    "recorded at",
    "outcome",
    "learned by reading",
    "write",
    "object",
    "place",
    "object id",
    "before",
    "after",
    "key",
    "key fingerprint",
    "API host",
    "failure",
    "the API's words",
    "entry",
    "puts back",
  ];
  const rows = entries.map((entry) => [
    entry.at,
    entry.outcome,
    entry.isRead ? "yes" : "no",
    entry.order.kind,
    entry.subject,
    entry.place,
    entry.objectId,
    stateText(entry.before),
    stateText(entry.after),
    entry.key.description,
    entry.key.fingerprint,
    entry.key.apiHost,
    entry.failure?.name ?? null,
    entry.failure?.apiMessage ?? null,
    entry.id,
    entry.putsBack,
  ]);
  return csv([head, ...rows], dialectOf(locale));
}

function stateText(state: ObjectState | null): string | null {
  return state === null ? null : JSON.stringify(state);
}
