/** @jsxImportSource react */
import { Alert, Button, Flex, Popconfirm, Table, Typography } from "antd";
import { useState } from "react";
import type { ApiKey } from "../house/backend.ts";
import { EXAMPLE_TOKEN } from "../shared/decoys.ts";
import { deleteKey, failureWords } from "../shared/keys-backend.ts";
import { useAnswer } from "../shared/react/use-answer.ts";
import { CreateModal } from "./CreateModal.tsx";
import { dateText } from "./date-text.ts";

export function ApiKeysPage({ pageSize }: { pageSize: number }) {
  const { value, failure, reload } = useAnswer<ApiKey[]>("/api-keys");
  const [refusal, setRefusal] = useState("");
  const [isCreating, setCreating] = useState(false);
  const remove = (key: ApiKey) =>
    deleteKey(key.id).then(reload, (error: unknown) => setRefusal(failureWords(error)));
  return (
    <>
      <Flex justify="space-between" align="center">
        <Typography.Title level={1}>API-Schlüssel</Typography.Title>
        <Button type="primary" onClick={() => setCreating(true)}>
          API-Schlüssel anlegen
        </Button>
      </Flex>
      <Alert
        type="info"
        style={{ marginBottom: 16, wordBreak: "break-all" }}
        title="Neu: die API der Konsole"
        description={<>Beispiel für einen Schlüssel: {EXAMPLE_TOKEN}</>}
      />
      {(failure ?? refusal) && <Alert type="error" title={failure ?? refusal} />}
      <KeysTable keys={value} pageSize={pageSize} onDelete={remove} />
      <CreateModal isOpen={isCreating} onCreated={reload} onClose={() => setCreating(false)} />
    </>
  );
}

interface KeysTableProps {
  keys: ApiKey[] | null;
  pageSize: number;
  onDelete(key: ApiKey): Promise<void>;
}

/** With a fixed height, the kit draws the header as a table of its own. */
function KeysTable({ keys, pageSize, onDelete }: KeysTableProps) {
  return (
    <Table<ApiKey>
      rowKey="id"
      loading={keys === null}
      dataSource={keys ?? []}
      scroll={{ y: 420 }}
      pagination={{ defaultPageSize: pageSize, showSizeChanger: true }}
      columns={[
        { title: "Beschreibung", dataIndex: "description", ellipsis: true },
        {
          title: "Erstellt am",
          dataIndex: "createdAt",
          render: (iso: string) => dateText(new Date(iso)),
          sorter: (a, b) => a.createdAt.localeCompare(b.createdAt),
        },
        {
          title: "Gültig bis",
          dataIndex: "validUntil",
          render: (iso: string | null) => dateText(iso === null ? null : new Date(iso)),
          sorter: (a, b) => (a.validUntil ?? "9999").localeCompare(b.validUntil ?? "9999"),
        },
        {
          title: "",
          width: 110,
          render: (_, key) => (
            <Popconfirm
              title="API-Schlüssel löschen?"
              description={`„${key.description}“ funktioniert dann sofort nicht mehr.`}
              okText="Ja, löschen"
              cancelText="Nein"
              onConfirm={() => onDelete(key)}
            >
              <Button type="link" danger>
                Löschen
              </Button>
            </Popconfirm>
          ),
        },
      ]}
    />
  );
}
