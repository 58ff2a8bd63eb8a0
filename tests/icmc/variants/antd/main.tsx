/** @jsxImportSource react */
import { Button, ConfigProvider, Layout, Menu, Space, Typography } from "antd";
import deDE from "antd/locale/de_DE";
import dayjs from "dayjs";
import "dayjs/locale/de";
import { createRoot } from "react-dom/client";
import { usePath } from "../shared/react/use-path.ts";
import { followInside, PATHS } from "../shared/route.ts";
import { type SignedInConsole, startConsole } from "../shared/start-console.ts";
import { ApiKeysPage } from "./ApiKeysPage.tsx";
import { DocsPage, OverviewPage, PartnersPage, TeamPage } from "./pages.tsx";

dayjs.locale("de");

const ENTRIES = [
  [PATHS.overview, "Übersicht"],
  [PATHS.partners, "Partner"],
  [PATHS.teamMembers, "Teammitglieder"],
  [PATHS.apiKeys, "API-Schlüssel"],
  [PATHS.docs, "Dokumentation"],
] as const;

function App({ signedIn }: { signedIn: SignedInConsole }) {
  const path = usePath();
  const items = ENTRIES.map(([to, title]) => ({
    key: to,
    label: (
      <a href={to} onClick={(event) => followInside(event, to)}>
        {title}
      </a>
    ),
  }));
  return (
    <ConfigProvider locale={deDE}>
      <Layout style={{ minHeight: "100vh" }}>
        <Layout.Sider width={220} theme="dark">
          <Typography.Title level={5} style={{ color: "#fff", padding: "8px 24px" }}>
            Verwaltungskonsole
          </Typography.Title>
          <Menu theme="dark" mode="inline" selectedKeys={[path]} items={items} />
        </Layout.Sider>
        <Layout>
          <Layout.Header style={{ background: "#fff", textAlign: "right" }}>
            <Space>
              {signedIn.session.user.name}
              <Button onClick={signedIn.signOut}>Abmelden</Button>
            </Space>
          </Layout.Header>
          <Layout.Content style={{ padding: 24 }}>
            <Page path={path} signedIn={signedIn} />
          </Layout.Content>
        </Layout>
      </Layout>
    </ConfigProvider>
  );
}

function Page({ path, signedIn }: { path: string; signedIn: SignedInConsole }) {
  if (path === PATHS.apiKeys) return <ApiKeysPage pageSize={signedIn.settings.pageSize} />;
  if (path === PATHS.teamMembers) return <TeamPage />;
  if (path === PATHS.partners) return <PartnersPage />;
  return path === PATHS.docs ? <DocsPage session={signedIn.session} /> : <OverviewPage />;
}

void startConsole({ language: "de", signInPath: "/anmelden" }, (root, signedIn) =>
  createRoot(root).render(<App signedIn={signedIn} />),
);
