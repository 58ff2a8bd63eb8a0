/** @jsxImportSource react */
import { Box, Button } from "@mui/material";
import { DataGrid, type GridColDef } from "@mui/x-data-grid";
import type { ApiKey } from "../house/backend.ts";
import { dateText } from "./date-text.ts";

export interface KeysGridProps {
  /** `null` while they are loading. */
  keys: readonly ApiKey[] | null;
  onDelete(key: ApiKey): void;
}

interface Row {
  id: string;
  name: string;
  created: Date;
  expires: Date | null;
  apiKey: ApiKey;
}

/** Only the rows near what is visible exist in the page. */
export function KeysGrid({ keys, onDelete }: KeysGridProps) {
  const rows: Row[] = (keys ?? []).map((apiKey) => ({
    id: apiKey.id,
    name: apiKey.description,
    created: new Date(apiKey.createdAt),
    expires: apiKey.validUntil === null ? null : new Date(apiKey.validUntil),
    apiKey,
  }));
  const columns: GridColDef<Row>[] = [
    { field: "created", headerName: "Created", width: 190, valueFormatter: dateText },
    { field: "expires", headerName: "Expires", width: 190, valueFormatter: dateText },
    { field: "name", headerName: "Name", flex: 1, minWidth: 160 },
    {
      field: "actions",
      headerName: "Actions",
      sortable: false,
      width: 110,
      renderCell: ({ row }) => (
        <Button size="small" color="error" onClick={() => onDelete(row.apiKey)}>
          Delete
        </Button>
      ),
    },
  ];
  return (
    <Box sx={{ height: 460, bgcolor: "background.paper" }}>
      <DataGrid
        rows={rows}
        columns={columns}
        loading={keys === null}
        disableRowSelectionOnClick
        initialState={{ pagination: { paginationModel: { pageSize: 100 } } }}
        pageSizeOptions={[100]}
        aria-label="API Keys"
      />
    </Box>
  );
}
