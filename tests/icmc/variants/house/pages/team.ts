import { ask, type TeamMember } from "../backend.ts";
import { h } from "../dom.ts";
import { dateText } from "../formats.ts";
import { type PageContext, pageHead } from "../page.ts";
import { table } from "../table.ts";

export async function teamPage({ words, settings }: PageContext): Promise<Node[]> {
  const members = await ask<TeamMember[]>("GET", "/members");
  const nowMs = Date.now();
  return [
    pageHead(words.team, "People of your organisation who can sign in to this console."),
    table({
      label: words.team,
      rows: members,
      columns: [
        {
          title: "Name",
          cell: (member) => h("span", { class: "strong" }, member.name),
          sortBy: (member) => member.name,
        },
        { title: words.email, cell: (member) => member.email, sortBy: (member) => member.email },
        {
          title: "Role",
          cell: (member) => h("span", { class: "chip" }, member.role),
          sortBy: (member) => member.role,
        },
        {
          title: words.createdAt,
          cell: (member) => dateText(member.createdAt, settings, nowMs),
          sortBy: (member) => Date.parse(member.createdAt),
          class: "quiet",
        },
      ],
      empty: "Nobody yet",
      pageSize: settings.pageSize,
      words,
    }),
  ];
}
