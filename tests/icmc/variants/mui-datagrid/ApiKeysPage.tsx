/** @jsxImportSource react */
import { Alert, Button } from "@mui/material";
import { useState } from "react";
import type { ApiKey, Session } from "../house/backend.ts";
import { DeleteDialog } from "../shared/mui/DeleteDialog.tsx";
import { PageHead } from "../shared/mui/PageHead.tsx";
import { useAnswer } from "../shared/react/use-answer.ts";
import { CreateDialog } from "./CreateDialog.tsx";
import { DebugPanel } from "./DebugPanel.tsx";
import { KeysGrid } from "./KeysGrid.tsx";

export function ApiKeysPage({ session }: { session: Session }) {
  const { value, failure, reload } = useAnswer<ApiKey[]>("/api-keys");
  const [isCreating, setCreating] = useState(false);
  const [leaving, setLeaving] = useState<ApiKey | null>(null);
  return (
    <>
      <PageHead title="API Keys">
        <Button variant="contained" onClick={() => setCreating(true)}>
          New key
        </Button>
      </PageHead>
      {failure && <Alert severity="error">{failure}</Alert>}
      <KeysGrid keys={value} onDelete={setLeaving} />
      <DebugPanel session={session} />
      {isCreating && <CreateDialog onCreated={reload} onClose={() => setCreating(false)} />}
      <DeleteDialog apiKey={leaving} onDeleted={reload} onClose={() => setLeaving(null)} />
    </>
  );
}
