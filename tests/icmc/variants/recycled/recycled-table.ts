import type { ApiKey } from "../house/backend.ts";
import { h } from "../house/dom.ts";
import { deleteKey, failureWords } from "../shared/keys-backend.ts";
import { dateText } from "./date-text.ts";

const ROW_HEIGHT = 38;
const HEIGHT = 456;
/** A few more rows than fit, so that none is missing while the page scrolls. */
const ROWS = Math.ceil(HEIGHT / ROW_HEIGHT) + 4;

interface Row {
  element: HTMLTableRowElement;
  /** Writes another key into the same elements. */
  show(key: ApiKey): void;
}

/** A table of any length with the same few row elements, moved and rewritten while scrolling. */
export function recycledTable(onChanged: () => Promise<void>) {
  let keys: ApiKey[] = [];
  let order: "created" | "end" = "created";
  const rows = Array.from({ length: ROWS }, () => row(onChanged));
  // Empty rows stand for all that are scrolled out, so that the header can stick to the whole table.
  const above = h("td", { colspan: 4, class: "gap" });
  const below = h("td", { colspan: 4, class: "gap" });
  const body = h(
    "tbody",
    {},
    h("tr", {}, above),
    ...rows.map(({ element }) => element),
    h("tr", {}, below),
  );
  const sortByEnd = h("button", { type: "button" }, "Valid until");
  const heads = [h("th", {}, "Description"), h("th", {}, sortByEnd), h("th", {}, "Created at")];
  const table = h("table", {}, h("thead", {}, h("tr", {}, ...heads, h("th", {}))), body);
  const element = h("div", { class: "window" }, table);

  const draw = () => {
    const first = Math.max(0, Math.floor(element.scrollTop / ROW_HEIGHT) - 2);
    above.style.height = `${first * ROW_HEIGHT}px`;
    below.style.height = `${Math.max(0, keys.length - first - ROWS) * ROW_HEIGHT}px`;
    for (const [at, one] of rows.entries()) {
      const key = keys[first + at];
      one.element.hidden = !key;
      if (key) one.show(key);
    }
  };
  const sort = () => {
    keys = keys.toSorted((a, b) =>
      order === "end"
        ? (a.validUntil ?? "9999").localeCompare(b.validUntil ?? "9999")
        : b.createdAt.localeCompare(a.createdAt),
    );
    element.scrollTop = 0;
    draw();
  };
  sortByEnd.addEventListener("click", () => {
    order = order === "end" ? "created" : "end";
    sort();
  });
  element.addEventListener("scroll", draw, { passive: true });
  return {
    element,
    show(all: ApiKey[]) {
      keys = all;
      sort();
    },
  };
}

function row(onChanged: () => Promise<void>): Row {
  let shown: ApiKey | null = null;
  const cells = [h("td", {}), h("td", {}), h("td", {})];
  const remove = h("button", { type: "button", "aria-label": "Delete API key" }, "✕");
  // The first press asks, the second one deletes: the confirmation stands in the row.
  const isAsking = () => remove.getAttribute("aria-label") === "Really delete?";
  const ask = (question: boolean) => {
    remove.setAttribute("aria-label", question ? "Really delete?" : "Delete API key");
    remove.textContent = question ? "Really delete?" : "✕";
  };
  remove.addEventListener("click", async () => {
    if (!isAsking()) return ask(true);
    ask(false);
    try {
      if (shown) await deleteKey(shown.id);
      await onChanged();
    } catch (error) {
      remove.title = failureWords(error);
    }
  });
  return {
    element: h("tr", {}, ...cells, h("td", {}, remove)),
    show(key) {
      if (key.id !== shown?.id) ask(false);
      shown = key;
      const texts = [
        key.description,
        dateText(key.validUntil === null ? null : new Date(key.validUntil)),
        dateText(new Date(key.createdAt)),
      ];
      for (const [at, cell] of cells.entries()) cell.textContent = texts[at] ?? "";
    },
  };
}
