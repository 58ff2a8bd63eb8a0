import { ask, type Partner } from "../backend.ts";
import { h } from "../dom.ts";
import { capacityText, dateText } from "../formats.ts";
import { type PageContext, pageHead } from "../page.ts";
import { table } from "../table.ts";

export async function partnersPage({ words, settings }: PageContext): Promise<Node[]> {
  const partners = await ask<Partner[]>("GET", "/partners");
  const nowMs = Date.now();
  return [
    pageHead(words.partners, "Channel partners under your contracts."),
    table({
      label: words.partners,
      rows: partners,
      columns: [
        {
          title: "Name",
          cell: (partner) =>
            h(
              "div",
              { class: "two-lines" },
              h("span", { class: "strong" }, partner.name),
              h("span", { class: "quiet" }, partner.details),
            ),
          sortBy: (partner) => partner.name,
        },
        {
          title: "Contract",
          cell: (partner) => partner.contract,
          sortBy: (partner) => partner.contract,
        },
        {
          title: "Allocated",
          cell: (partner) =>
            partner.allocatedCapacity === 0
              ? "Pay-per-Use"
              : capacityText(partner.allocatedCapacity),
          sortBy: (partner) => partner.allocatedCapacity,
        },
        {
          title: "Storage accounts",
          cell: (partner) => String(partner.storageAccounts),
          sortBy: (partner) => partner.storageAccounts,
        },
        {
          title: words.createdAt,
          cell: (partner) => dateText(partner.createdAt, settings, nowMs),
          sortBy: (partner) => Date.parse(partner.createdAt),
          class: "quiet",
        },
      ],
      empty: "No partners yet",
      pageSize: settings.pageSize,
      words,
    }),
  ];
}
