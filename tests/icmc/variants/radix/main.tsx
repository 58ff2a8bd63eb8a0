/** @jsxImportSource react */
import "./console.css";
import { createRoot } from "react-dom/client";
import { usePath } from "../shared/react/use-path.ts";
import { followInside, PATHS } from "../shared/route.ts";
import { type SignedInConsole, startConsole } from "../shared/start-console.ts";
import { ApiKeysPage } from "./ApiKeysPage.tsx";
import { CREATE_PATH, CreatePage } from "./CreatePage.tsx";
import { DocsPage, OverviewPage, PartnersPage, TeamPage } from "./pages.tsx";

const ENTRIES = [
  [PATHS.overview, "Overview"],
  [PATHS.partners, "Partners"],
  [PATHS.teamMembers, "Team members"],
  [PATHS.apiKeys, "API Keys"],
  [PATHS.docs, "Docs"],
] as const;

function App({ signedIn }: { signedIn: SignedInConsole }) {
  const path = usePath();
  return (
    <div className="shell">
      <aside>
        <p className="brand">◆ Management Console</p>
        <nav aria-label="Main">
          {ENTRIES.map(([to, title]) => (
            <a
              key={to}
              href={to}
              aria-current={path === to ? "page" : undefined}
              onClick={(event) => followInside(event, to)}
            >
              {title}
            </a>
          ))}
        </nav>
        <button type="button" className="plain" onClick={signedIn.signOut}>
          Sign out {signedIn.session.user.name}
        </button>
      </aside>
      <main>
        <Page path={path} />
      </main>
    </div>
  );
}

function Page({ path }: { path: string }) {
  switch (path) {
    case PATHS.apiKeys:
      return <ApiKeysPage />;
    case CREATE_PATH:
      return <CreatePage />;
    case PATHS.teamMembers:
      return <TeamPage />;
    case PATHS.partners:
      return <PartnersPage />;
    case PATHS.docs:
      return <DocsPage />;
    default:
      return <OverviewPage />;
  }
}

void startConsole({ language: "en", signInPath: "/sign_in" }, (root, signedIn) =>
  createRoot(root).render(<App signedIn={signedIn} />),
);
