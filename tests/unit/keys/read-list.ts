import { dateOrder } from "../../../lib/keys/date-order";
import type { DateContext, ExpiryReading, RowCells } from "../../../lib/keys/expiry-reading";
import { readExpiry } from "../../../lib/keys/read-expiry";

/** Reads every expiry of a list; the list as a whole is evidence for each of its dates. */
export function readList(rows: RowCells[], context: DateContext): ExpiryReading[] {
  const order = dateOrder(rows, context);
  return rows.map((row) => readExpiry(row.expiry, order, context));
}
