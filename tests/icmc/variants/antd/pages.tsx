/** @jsxImportSource react */
import { Card, Flex, Progress, Table, Typography } from "antd";
import type { Overview, Partner, Session, TeamMember } from "../house/backend.ts";
import { CURL_EXAMPLE } from "../shared/decoys.ts";
import { useAnswer } from "../shared/react/use-answer.ts";
import { terabytes } from "../shared/terabytes.ts";
import { dateText } from "./date-text.ts";

const ROLES: Record<string, string> = { admin: "Verwaltung", staff: "Team", viewer: "Nur Lesen" };
const createdAt = (iso: string) => dateText(new Date(iso));

export function OverviewPage() {
  const { value } = useAnswer<Overview>("/overview");
  return (
    <>
      <Typography.Title level={1}>Übersicht</Typography.Title>
      <Flex wrap gap={16}>
        {value?.contracts.map(({ id, details, reservedCapacity, allocatedCapacity }) => (
          <Card key={id} title={details} style={{ width: 300 }}>
            <Progress
              percent={
                reservedCapacity === 0
                  ? 0
                  : Math.round((100 * allocatedCapacity) / reservedCapacity)
              }
            />
            {terabytes(allocatedCapacity, "de")} vergeben
          </Card>
        ))}
      </Flex>
    </>
  );
}

export function PartnersPage() {
  const { value } = useAnswer<Partner[]>("/partners");
  return (
    <>
      <Typography.Title level={1}>Partner</Typography.Title>
      <Table
        rowKey="id"
        dataSource={value ?? []}
        columns={[
          { title: "Name", dataIndex: "name" },
          { title: "Vertrag", dataIndex: "contract" },
          { title: "Erstellt am", dataIndex: "createdAt", render: createdAt },
        ]}
      />
    </>
  );
}

export function TeamPage() {
  const { value } = useAnswer<TeamMember[]>("/members");
  return (
    <>
      <Typography.Title level={1}>Teammitglieder</Typography.Title>
      <Table
        rowKey="id"
        dataSource={value ?? []}
        columns={[
          { title: "Name", dataIndex: "name" },
          { title: "E-Mail-Adresse", dataIndex: "email" },
          { title: "Rolle", dataIndex: "role", render: (role: string) => ROLES[role] ?? role },
          { title: "Erstellt am", dataIndex: "createdAt", render: createdAt },
        ]}
      />
    </>
  );
}

export function DocsPage({ session }: { session: Session }) {
  return (
    <>
      <Typography.Title level={1}>Dokumentation</Typography.Title>
      <Card title={`Erster Aufruf für ${session.organisation.name}`}>
        <Typography.Paragraph copyable={{ text: CURL_EXAMPLE }}>
          <pre style={{ whiteSpace: "pre-wrap", wordBreak: "break-all" }}>{CURL_EXAMPLE}</pre>
        </Typography.Paragraph>
      </Card>
    </>
  );
}
