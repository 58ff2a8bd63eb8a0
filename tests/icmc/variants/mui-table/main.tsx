/** @jsxImportSource react */
import { createTheme } from "@mui/material";
import { createRoot } from "react-dom/client";
import { DocsPage } from "../shared/mui/DocsPage.tsx";
import { OverviewPage } from "../shared/mui/OverviewPage.tsx";
import { PartnersPage, TeamPage } from "../shared/mui/PeoplePages.tsx";
import { Shell } from "../shared/mui/Shell.tsx";
import { usePath } from "../shared/react/use-path.ts";
import { type SignedInConsole, startConsole } from "../shared/start-console.ts";
import { ApiKeysPage } from "./ApiKeysPage.tsx";
import { dateText } from "./date-text.ts";

const theme = createTheme({
  palette: { primary: { main: "#1f4fa3" } },
  typography: { button: { textTransform: "none" } },
});

function App({ signedIn }: { signedIn: SignedInConsole }) {
  const path = usePath();
  return (
    <Shell theme={theme} signedIn={signedIn}>
      {path === "/api_keys" ? (
        <ApiKeysPage pageSize={signedIn.settings.pageSize} />
      ) : path === "/team_members" ? (
        <TeamPage dateText={dateText} />
      ) : path === "/partners" ? (
        <PartnersPage dateText={dateText} />
      ) : path === "/docs" ? (
        <DocsPage />
      ) : (
        <OverviewPage />
      )}
    </Shell>
  );
}

void startConsole({ language: "en", signInPath: "/sign_in" }, (root, signedIn) =>
  createRoot(root).render(<App signedIn={signedIn} />),
);
