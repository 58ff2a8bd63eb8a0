import { tn } from "../lib/words/words";
import { Notice } from "./Notice";

/** Entries that neither copy holds. */
export function DamageNotice({ rows }: { rows: number }) {
  return <Notice kind="alert">{tn("unusable.rows", rows)}</Notice>;
}
