import { ask, type Overview } from "../backend.ts";
import { h } from "../dom.ts";
import { capacityText } from "../formats.ts";
import { type PageContext, pageHead } from "../page.ts";

export async function overviewPage({ words, session }: PageContext): Promise<Node[]> {
  const overview = await ask<Overview>("GET", "/overview");
  const figures: [string, string][] = [
    ["Partners", String(overview.partners)],
    ["Storage accounts", String(overview.storageAccounts)],
    ["Reserved capacity", capacityText(overview.reservedCapacity)],
    ["Allocated capacity", capacityText(overview.allocatedCapacity)],
  ];
  return [
    pageHead(words.overview, session.organisation.name),
    h(
      "section",
      { class: "figures" },
      ...figures.map(([name, value]) =>
        h(
          "div",
          { class: "card figure" },
          h("span", { class: "quiet" }, name),
          h("strong", {}, value),
        ),
      ),
    ),
    h("h2", { class: "section" }, "Contracts"),
    h("section", { class: "contracts" }, ...overview.contracts.map(contractCard)),
  ];
}

function contractCard(contract: Overview["contracts"][number]): HTMLElement {
  const { reservedCapacity: reserved, allocatedCapacity: allocated } = contract;
  const meter = h("meter", {
    min: "0",
    max: String(reserved || 1),
    value: String(allocated),
    "aria-label": "Allocated share",
  });
  return h(
    "article",
    { class: "card contract" },
    h("h3", {}, contract.details),
    reserved === 0 ? null : meter,
    h(
      "p",
      { class: "quiet" },
      reserved === 0
        ? `Pay-per-Use, ${contract.currency}`
        : `${capacityText(allocated)} of ${capacityText(reserved)} allocated, ${contract.currency}`,
    ),
  );
}
