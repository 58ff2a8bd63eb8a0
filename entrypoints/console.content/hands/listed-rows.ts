import { dateOrder } from "../../../lib/keys/date-order";
import { readCreated, readExpiry } from "../../../lib/keys/read-expiry";
import { type RowFacts, rowFacts } from "../../../lib/keys/row-facts";
import { findKeyLists } from "../../../lib/page/key-list";
import { contextUnder, headersOf } from "../badges/column-reader";

const MOST_ROWS = 2_000;

/** A row of the list with what it says. */
export interface ListedRow {
  element: Element;
  facts: RowFacts;
}

/** Every key row the page shows at this moment; `null` when no list is found. */
export function listedRows(roots: ParentNode[]): ListedRow[] | null {
  const lists = findKeyLists(roots);
  if (lists.length === 0) return null;
  const rows = lists
    .flatMap((list) => list.rows().map((element) => list.read(element)))
    .filter((row) => row !== null)
    .slice(0, MOST_ROWS);
  const context = contextUnder(headersOf(lists));
  const order = dateOrder(
    rows.map(({ cells }) => cells),
    context,
  );
  return rows.map(({ element, cells, description }) => ({
    element,
    facts: rowFacts(
      description,
      readExpiry(cells.expiry, order, context),
      cells.created && readCreated(cells.created, order, context),
      context,
    ),
  }));
}
