import { ask, type Overview, type Partner, type TeamMember } from "../house/backend.ts";
import { h } from "../house/dom.ts";
import { CURL_EXAMPLE } from "../shared/decoys.ts";
import { terabytes } from "../shared/terabytes.ts";
import { dateText } from "./date-text.ts";

export async function overviewPage(): Promise<Node[]> {
  const { contracts } = await ask<Overview>("GET", "/overview");
  return page(
    "Overview",
    ["Contract", "Allocated"],
    contracts.map(({ details, allocatedCapacity }) => [
      details,
      terabytes(allocatedCapacity, "en"),
    ]),
  );
}

export async function partnersPage(): Promise<Node[]> {
  const partners = await ask<Partner[]>("GET", "/partners");
  return page(
    "Partners",
    ["Name", "Contract", "Created at"],
    partners.map(({ name, contract, createdAt }) => [
      name,
      contract,
      dateText(new Date(createdAt)),
    ]),
  );
}

export async function teamPage(): Promise<Node[]> {
  const members = await ask<TeamMember[]>("GET", "/members");
  return page(
    "Team members",
    ["Name", "E-mail", "Role", "Created at"],
    members.map(({ name, email, role, createdAt }) => [
      name,
      email,
      role,
      dateText(new Date(createdAt)),
    ]),
  );
}

export async function docsPage(): Promise<Node[]> {
  return [h("h1", {}, "Documentation"), h("pre", {}, CURL_EXAMPLE)];
}

function page(title: string, heads: readonly string[], rows: readonly string[][]): Node[] {
  return [
    h("h1", {}, title),
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, ...heads.map((head) => h("th", {}, head)))),
      h("tbody", {}, ...rows.map((row) => h("tr", {}, ...row.map((cell) => h("td", {}, cell))))),
    ),
  ];
}
