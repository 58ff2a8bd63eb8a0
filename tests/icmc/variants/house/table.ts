import { h } from "./dom.ts";
import { icon } from "./icons.ts";
import type { Words } from "./words.ts";

export interface Column<Row> {
  title: string;
  cell(row: Row): Node | string;
  /** What sorting compares; a column without it cannot be sorted. */
  sortBy?: (row: Row) => string | number;
  class?: string;
}

export interface TableOptions<Row> {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  /** Shown instead of rows. */
  empty: string;
  pageSize: number;
  words: Words;
}

interface View {
  sorted: number | null;
  descending: boolean;
  page: number;
  pageSize: number;
}

/** A sortable, paged table. Every change of view builds its rows anew. */
export function table<Row>(options: TableOptions<Row>): HTMLElement {
  const view: View = { sorted: null, descending: false, page: 0, pageSize: options.pageSize };
  const holder = h("div", { class: "card table-card" });
  const draw = () => {
    const rows = sortedRows(options, view);
    const start = view.page * view.pageSize;
    holder.replaceChildren(
      h(
        "div",
        { class: "table-scroll" },
        h(
          "table",
          { "aria-label": options.label },
          h("thead", {}, headRow(options, view, draw)),
          h("tbody", {}, ...bodyRows(options, rows.slice(start, start + view.pageSize))),
        ),
      ),
      pager(options, view, draw),
    );
  };
  draw();
  return holder;
}

function sortedRows<Row>({ rows, columns }: TableOptions<Row>, view: View): readonly Row[] {
  const by = view.sorted === null ? undefined : columns[view.sorted]?.sortBy;
  if (!by) return rows;
  const sign = view.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [by(a), by(b)];
    return sign * (left < right ? -1 : left > right ? 1 : 0);
  });
}

function headRow<Row>(
  { columns }: TableOptions<Row>,
  view: View,
  draw: () => void,
): HTMLTableRowElement {
  const heads = columns.map((column, at) => {
    if (!column.sortBy) {
      return h("th", { scope: "col", class: column.class }, column.title);
    }
    const isSorted = view.sorted === at;
    const sort = () => {
      view.descending = isSorted && !view.descending;
      view.sorted = at;
      view.page = 0;
      draw();
    };
    return h(
      "th",
      {
        scope: "col",
        class: column.class,
        "aria-sort": isSorted ? (view.descending ? "descending" : "ascending") : "none",
      },
      h(
        "button",
        { type: "button", class: "sort", on: { click: sort } },
        column.title,
        icon(isSorted && view.descending ? "up" : "down"),
      ),
    );
  });
  return h("tr", {}, ...heads);
}

function bodyRows<Row>(
  { columns, empty }: TableOptions<Row>,
  rows: readonly Row[],
): HTMLTableRowElement[] {
  if (rows.length === 0) {
    return [h("tr", {}, h("td", { class: "empty", colspan: columns.length }, empty))];
  }
  return rows.map((row) =>
    h("tr", {}, ...columns.map((column) => h("td", { class: column.class }, column.cell(row)))),
  );
}

function pager<Row>({ rows, words }: TableOptions<Row>, view: View, draw: () => void): HTMLElement {
  const pages = Math.max(1, Math.ceil(rows.length / view.pageSize));
  const first = rows.length === 0 ? 0 : view.page * view.pageSize + 1;
  const last = Math.min(rows.length, (view.page + 1) * view.pageSize);
  const turn = (to: number) => () => {
    view.page = to;
    draw();
  };
  const resize = (event: Event) => {
    view.pageSize = Number((event.target as HTMLSelectElement).value);
    view.page = 0;
    draw();
  };
  const sizes = [...new Set([view.pageSize, 10, 25, 50])].sort((a, b) => a - b);
  return h(
    "div",
    { class: "pager" },
    h(
      "label",
      {},
      words.rows,
      h(
        "select",
        { on: { change: resize } },
        ...sizes.map((size) =>
          h("option", { value: size, selected: size === view.pageSize }, String(size)),
        ),
      ),
    ),
    h("span", { class: "pager-span" }, `${first}–${last} / ${rows.length}`),
    pageButton(words.previous, "left", view.page === 0, turn(view.page - 1)),
    pageButton(words.next, "right", view.page >= pages - 1, turn(view.page + 1)),
  );
}

function pageButton(label: string, name: "left" | "right", disabled: boolean, click: () => void) {
  return h(
    "button",
    { type: "button", class: "ghost", "aria-label": label, disabled, on: { click } },
    icon(name),
  );
}
