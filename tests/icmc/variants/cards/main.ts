import "./console.css";
import type { Session } from "../house/backend.ts";
import { h } from "../house/dom.ts";
import { sessionToken } from "../shared/decoys.ts";
import { failureWords } from "../shared/keys-backend.ts";
import { followInside, onRoute, PATHS } from "../shared/route.ts";
import { type SignedInConsole, startConsole } from "../shared/start-console.ts";
import { apiKeysPage } from "./api-keys-page.ts";
import { docsPage, overviewPage, partnersPage, teamPage } from "./pages.ts";

const PAGES: Record<string, { title: string; draw(): Promise<Node[]> }> = {
  [PATHS.overview]: { title: "Overview", draw: overviewPage },
  [PATHS.partners]: { title: "Partners", draw: partnersPage },
  [PATHS.teamMembers]: { title: "Team members", draw: teamPage },
  [PATHS.apiKeys]: { title: "API Keys", draw: apiKeysPage },
  [PATHS.docs]: { title: "Documentation", draw: docsPage },
};

void startConsole({ language: "en", signInPath: null }, (root, signedIn) => {
  const content = h("main", {});
  const links = h("nav", { "aria-label": "Main" });
  root.append(h("div", { class: "shell" }, side(links, signedIn), content));
  let turn = 0;
  const draw = async () => {
    turn += 1;
    const mine = turn;
    const page = PAGES[location.pathname] ?? PAGES["/"];
    links.replaceChildren(...Object.entries(PAGES).map(([path, { title }]) => link(path, title)));
    const drawn = await page?.draw().catch((error: unknown) => [failure(error)]);
    if (mine === turn) content.replaceChildren(...(drawn ?? []), foot(signedIn.session));
  };
  onRoute(() => void draw());
  void draw();
});

function side(links: Node, { session, signOut }: SignedInConsole): HTMLElement {
  return h(
    "aside",
    {},
    h("p", { class: "brand" }, "Management Console"),
    links,
    h("p", { class: "person" }, session.user.name),
    h("button", { type: "button", on: { click: signOut } }, "Sign out"),
  );
}

function link(path: string, title: string): HTMLElement {
  const current = path === location.pathname ? "page" : null;
  return h(
    "a",
    { href: path, "aria-current": current, on: { click: (event) => followInside(event, path) } },
    title,
  );
}

/** Tells more than it should, as footers for the support desk do. */
function foot(session: Session): HTMLElement {
  return h("footer", {}, `Console 4.12 · session ${sessionToken(session)}`);
}

function failure(error: unknown): HTMLElement {
  return h("p", { role: "alert" }, failureWords(error));
}
