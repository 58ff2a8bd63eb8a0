import { h } from "../dom.ts";
import { type PageContext, pageHead } from "../page.ts";

export async function settingsPage({ words, session, settings }: PageContext): Promise<Node[]> {
  const facts: [string, string][] = [
    ["Name", session.user.name],
    [words.email, session.user.email],
    ["Role", session.user.role],
    ["Organisation", session.organisation.name],
    ["Signed out after", `${Math.round(settings.idleMs / 60_000)} minutes without activity`],
  ];
  return [
    pageHead(words.settings, "Your account."),
    h(
      "dl",
      { class: "card facts" },
      ...facts.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]),
    ),
  ];
}
