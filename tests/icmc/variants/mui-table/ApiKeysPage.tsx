/** @jsxImportSource react */
import { Alert, Button } from "@mui/material";
import { useState } from "react";
import type { ApiKey } from "../house/backend.ts";
import { EXAMPLE_TOKEN } from "../shared/decoys.ts";
import { DeleteDialog } from "../shared/mui/DeleteDialog.tsx";
import { PageHead } from "../shared/mui/PageHead.tsx";
import { useAnswer } from "../shared/react/use-answer.ts";
import { CreateDialog } from "./CreateDialog.tsx";
import { KeysTable } from "./KeysTable.tsx";

export function ApiKeysPage({ pageSize }: { pageSize: number }) {
  const { value, failure, reload } = useAnswer<ApiKey[]>("/api-keys");
  const [isCreating, setCreating] = useState(false);
  const [leaving, setLeaving] = useState<ApiKey | null>(null);
  return (
    <>
      <PageHead title="API Keys">
        <Button variant="contained" onClick={() => setCreating(true)}>
          Create new API Key
        </Button>
      </PageHead>
      <Alert severity="info" sx={{ mb: 2, "& code": { wordBreak: "break-all" } }}>
        New: the API of this console. Send your key with every request, such as{" "}
        <code>Authorization: Bearer {EXAMPLE_TOKEN}</code>
      </Alert>
      {failure && <Alert severity="error">{failure}</Alert>}
      {value && <KeysTable keys={value} pageSize={pageSize} onDelete={setLeaving} />}
      {isCreating && <CreateDialog onCreated={reload} onClose={() => setCreating(false)} />}
      <DeleteDialog apiKey={leaving} onDeleted={reload} onClose={() => setLeaving(null)} />
    </>
  );
}
