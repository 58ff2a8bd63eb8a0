import { type ApiKey, ask } from "../house/backend.ts";
import { h } from "../house/dom.ts";
import { EXAMPLE_TOKEN } from "../shared/decoys.ts";
import { createPanel } from "./create-panel.ts";
import { recycledTable } from "./recycled-table.ts";

export async function apiKeysPage(): Promise<Node[]> {
  const load = () => ask<ApiKey[]>("GET", "/api-keys");
  const reload = async () => table.show(await load());
  const table = recycledTable(reload);
  table.show(await load());
  const panel = createPanel(reload);
  return [
    h(
      "header",
      {},
      h("h1", {}, "API Keys"),
      h(
        "button",
        { type: "button", class: "primary", on: { click: panel.open } },
        "Create new API Key",
      ),
    ),
    h("p", { class: "hint" }, "Usage: ", h("code", {}, `X-Example: ${EXAMPLE_TOKEN}`)),
    panel.element,
    table.element,
  ];
}
