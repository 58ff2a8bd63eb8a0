import { type ApiKey, ask } from "../house/backend.ts";
import { h } from "../house/dom.ts";
import { openCreateDialog } from "./create-dialog.ts";
import { dateText } from "./date-text.ts";
import { openDeleteDialog } from "./delete-dialog.ts";
import { card, timeOf } from "./pages.ts";

const ORDERS = {
  "Newest first": (a: ApiKey, b: ApiKey) => b.createdAt.localeCompare(a.createdAt),
  "Expires first": (a: ApiKey, b: ApiKey) =>
    (a.validUntil ?? "9999").localeCompare(b.validUntil ?? "9999"),
  "By name": (a: ApiKey, b: ApiKey) => a.description.localeCompare(b.description),
};

export async function apiKeysPage(): Promise<Node[]> {
  let keys = await ask<ApiKey[]>("GET", "/api-keys");
  const list = h("div", { class: "cards" });
  const search = h("input", { type: "search", "aria-label": "Search", placeholder: "Search" });
  const order = h(
    "select",
    { "aria-label": "Order" },
    ...Object.keys(ORDERS).map((name) => h("option", {}, name)),
  );
  const draw = () => {
    const wanted = search.value.toLowerCase();
    const shown = keys
      .filter(({ description }) => description.toLowerCase().includes(wanted))
      .sort(ORDERS[order.value as keyof typeof ORDERS]);
    list.replaceChildren(...shown.map((key) => keyCard(key, reload)));
  };
  const reload = async () => {
    keys = await ask<ApiKey[]>("GET", "/api-keys");
    draw();
  };
  search.addEventListener("input", draw);
  order.addEventListener("change", draw);
  draw();
  const create = h(
    "button",
    { type: "button", class: "primary", on: { click: () => openCreateDialog(reload) } },
    "+ Create new API Key",
  );
  return [
    h("header", {}, h("h1", {}, "API Keys"), create),
    h("div", { class: "tools" }, search, order),
    list,
  ];
}

function keyCard(key: ApiKey, reload: () => Promise<void>): HTMLElement {
  const end = key.validUntil === null ? dateText(null, new Date()) : timeOf(key.validUntil);
  return card(
    key.description,
    [
      ["Valid until", end],
      ["Created at", timeOf(key.createdAt)],
    ],
    h(
      "button",
      { type: "button", class: "danger", on: { click: () => openDeleteDialog(key, reload) } },
      "Delete",
    ),
  );
}
