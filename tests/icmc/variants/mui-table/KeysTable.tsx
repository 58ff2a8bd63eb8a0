/** @jsxImportSource react */
import {
  IconButton,
  Paper,
  SvgIcon,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TablePagination,
  TableRow,
  TableSortLabel,
} from "@mui/material";
import { useState } from "react";
import type { ApiKey } from "../house/backend.ts";
import { dateText } from "./date-text.ts";

const COLUMNS = [
  ["description", "Description"],
  ["validUntil", "Valid until"],
  ["createdAt", "Created at"],
] as const;
type Field = (typeof COLUMNS)[number][0];

export interface KeysTableProps {
  keys: readonly ApiKey[];
  pageSize: number;
  onDelete(key: ApiKey): void;
}

export function KeysTable({ keys, pageSize, onDelete }: KeysTableProps) {
  const [sorted, setSorted] = useState<{ by: Field; direction: "asc" | "desc" } | null>(null);
  const [page, setPage] = useState(0);
  const [rowsPerPage, setRowsPerPage] = useState(pageSize);
  const sortBy = (by: Field) => {
    setSorted({ by, direction: sorted?.by === by && sorted.direction === "asc" ? "desc" : "asc" });
    setPage(0);
  };
  const rows = sorted ? keys.toSorted((a, b) => compare(a, b, sorted.by, sorted.direction)) : keys;
  return (
    <Paper variant="outlined">
      <TableContainer>
        <Table>
          <TableHead>
            <TableRow>
              {COLUMNS.map(([field, title]) => {
                const direction = sorted?.by === field ? sorted.direction : false;
                return (
                  <TableCell key={field} sortDirection={direction}>
                    <TableSortLabel
                      active={direction !== false}
                      direction={direction || "asc"}
                      onClick={() => sortBy(field)}
                    >
                      {title}
                    </TableSortLabel>
                  </TableCell>
                );
              })}
              <TableCell />
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.slice(page * rowsPerPage, (page + 1) * rowsPerPage).map((key) => (
              <TableRow key={key.id} hover>
                <TableCell component="th" scope="row">
                  {key.description}
                </TableCell>
                <TableCell>{dateText(key.validUntil ? new Date(key.validUntil) : null)}</TableCell>
                <TableCell>{dateText(new Date(key.createdAt))}</TableCell>
                <TableCell align="right" padding="none">
                  <IconButton aria-label="Delete API key" onClick={() => onDelete(key)}>
                    <SvgIcon fontSize="small">
                      <path d="M6 19c0 1.1.9 2 2 2h8a2 2 0 0 0 2-2V7H6v12ZM19 4h-3.5l-1-1h-5l-1 1H5v2h14V4Z" />
                    </SvgIcon>
                  </IconButton>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      <TablePagination
        component="div"
        count={rows.length}
        page={page}
        rowsPerPage={rowsPerPage}
        rowsPerPageOptions={[...new Set([pageSize, 25, 100])]}
        onPageChange={(_, to) => setPage(to)}
        onRowsPerPageChange={(event) => {
          setRowsPerPage(Number(event.target.value));
          setPage(0);
        }}
      />
    </Paper>
  );
}

/** A key without an end comes last. */
function compare(a: ApiKey, b: ApiKey, by: Field, direction: "asc" | "desc"): number {
  const order = (a[by] ?? "9999").localeCompare(b[by] ?? "9999");
  return direction === "asc" ? order : -order;
}
