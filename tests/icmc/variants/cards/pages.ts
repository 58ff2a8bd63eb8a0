import { ask, type Overview, type Partner, type TeamMember } from "../house/backend.ts";
import { h } from "../house/dom.ts";
import { CURL_EXAMPLE } from "../shared/decoys.ts";
import { terabytes } from "../shared/terabytes.ts";
import { dateText } from "./date-text.ts";

export async function overviewPage(): Promise<Node[]> {
  const { contracts } = await ask<Overview>("GET", "/overview");
  const cards = contracts.map(({ details, allocatedCapacity }) =>
    card(details, [["Allocated", terabytes(allocatedCapacity, "en")]]),
  );
  return [h("h1", {}, "Overview"), h("div", { class: "cards" }, ...cards)];
}

export async function partnersPage(): Promise<Node[]> {
  const partners = await ask<Partner[]>("GET", "/partners");
  const cards = partners.map(({ name, contract, createdAt }) =>
    card(name, [
      ["Contract", contract],
      ["Created", timeOf(createdAt)],
    ]),
  );
  return [h("h1", {}, "Partners"), h("div", { class: "cards" }, ...cards)];
}

export async function teamPage(): Promise<Node[]> {
  const members = await ask<TeamMember[]>("GET", "/members");
  const cards = members.map(({ name, email, role, createdAt }) =>
    card(name, [
      ["E-mail", email],
      ["Role", role],
      ["Created at", timeOf(createdAt)],
    ]),
  );
  return [h("h1", {}, "Team members"), h("div", { class: "cards" }, ...cards)];
}

export async function docsPage(): Promise<Node[]> {
  return [h("h1", {}, "Documentation"), h("pre", {}, h("code", {}, CURL_EXAMPLE))];
}

/** Relative words for people, the instant for machines. */
export function timeOf(iso: string): HTMLElement {
  return h("time", { datetime: iso }, dateText(new Date(iso), new Date()));
}

/** A heading and its facts. */
export function card(
  title: string,
  facts: readonly (readonly [string, Node | string])[],
  ...more: Node[]
): HTMLElement {
  return h(
    "article",
    { class: "card" },
    h("h2", {}, title),
    h("dl", {}, ...facts.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])),
    ...more,
  );
}
