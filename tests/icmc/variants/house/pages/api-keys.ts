import { type ApiKey, ask } from "../backend.ts";
import { createKeyDialog } from "../create-key-dialog.ts";
import { deleteKeyDialog } from "../delete-key-dialog.ts";
import { h } from "../dom.ts";
import { dateText } from "../formats.ts";
import { icon } from "../icons.ts";
import { type PageContext, pageHead } from "../page.ts";
import { type Column, table } from "../table.ts";

/** The page where keys are listed, made and deleted. */
export async function apiKeysPage(context: PageContext): Promise<Node[]> {
  const { words, session, settings } = context;
  if (session.user.role === "viewer") {
    return [
      pageHead(words.apiKeys, words.apiKeysLead),
      h("div", { class: "card note", role: "status" }, icon("info"), h("p", {}, words.noAccess)),
    ];
  }
  const keys = await ask<ApiKey[]>("GET", "/api-keys");
  return [
    pageHead(
      words.apiKeys,
      words.apiKeysLead,
      h(
        "button",
        { type: "button", class: "primary", on: { click: () => createKeyDialog(context) } },
        `+ ${words.createKey}`,
      ),
    ),
    banner(context),
    table({
      label: words.apiKeys,
      rows: keys,
      columns: columns(context),
      empty: words.noKeys,
      pageSize: settings.pageSize,
      words,
    }),
  ];
}

function columns(context: PageContext): Column<ApiKey>[] {
  const { words, settings } = context;
  const nowMs = Date.now();
  return [
    {
      title: words.description,
      cell: (key) => h("span", { class: "strong" }, key.description),
      sortBy: (key) => key.description.toLowerCase(),
    },
    {
      title: words.validUntil,
      cell: (key) =>
        key.validUntil === null ? words.never : dateText(key.validUntil, settings, nowMs),
      sortBy: (key) => (key.validUntil === null ? Number.MAX_VALUE : Date.parse(key.validUntil)),
    },
    {
      title: words.createdAt,
      cell: (key) => dateText(key.createdAt, settings, nowMs),
      sortBy: (key) => Date.parse(key.createdAt),
      class: "quiet",
    },
    {
      title: "",
      cell: (key) =>
        h(
          "button",
          {
            type: "button",
            class: "ghost danger",
            "aria-label": words.deleteKey,
            title: words.deleteKey,
            on: { click: () => deleteKeyDialog(key, context) },
          },
          icon("trash"),
        ),
      class: "actions",
    },
  ];
}

function banner({ words, navigate }: PageContext): HTMLElement {
  const follow = (event: Event) => {
    event.preventDefault();
    navigate("/docs");
  };
  return h(
    "aside",
    { class: "banner" },
    icon("docs"),
    h("div", {}, h("strong", {}, words.bannerTitle), h("span", {}, words.bannerText)),
    h("a", { href: "/docs", on: { click: follow } }, words.bannerLink, icon("right")),
  );
}
