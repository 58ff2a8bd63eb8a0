import "./console.css";
import { h } from "../house/dom.ts";
import { failureWords } from "../shared/keys-backend.ts";
import { followInside, onRoute, PATHS } from "../shared/route.ts";
import { startConsole } from "../shared/start-console.ts";
import { apiKeysPage } from "./api-keys-page.ts";
import { docsPage, overviewPage, partnersPage, teamPage } from "./pages.ts";

const PAGES = [
  [PATHS.overview, "Overview", overviewPage],
  [PATHS.partners, "Partners", partnersPage],
  [PATHS.teamMembers, "Team members", teamPage],
  [PATHS.apiKeys, "API Keys", apiKeysPage],
  [PATHS.docs, "Documentation", docsPage],
] as const;

void startConsole({ language: "en", signInPath: "/sign_in" }, (root, { session, signOut }) => {
  const content = h("main", {});
  const nav = h("nav", { "aria-label": "Main" });
  root.append(
    h(
      "header",
      { class: "bar" },
      h("strong", {}, "Management Console"),
      h("span", {}, session.user.name),
      h("button", { type: "button", on: { click: signOut } }, "Sign out"),
    ),
    h("div", { class: "shell" }, nav, content),
  );
  let turn = 0;
  const draw = async () => {
    turn += 1;
    const mine = turn;
    const path = location.pathname;
    nav.replaceChildren(...PAGES.map(([to, title]) => link(to, title, to === path)));
    const [, , page] = PAGES.find(([to]) => to === path) ?? PAGES[0];
    const drawn = await page().catch((error: unknown) => [
      h("p", { role: "alert" }, failureWords(error)),
    ]);
    if (mine === turn) content.replaceChildren(...drawn);
  };
  onRoute(() => void draw());
  void draw();
});

function link(to: string, title: string, isHere: boolean): HTMLElement {
  const click = (event: Event) => followInside(event, to);
  return h("a", { href: to, "aria-current": isHere ? "page" : null, on: { click } }, title);
}
