/** @jsxImportSource react */
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
} from "@mui/material";
import { AdapterDayjs } from "@mui/x-date-pickers/AdapterDayjs";
import { DateTimePicker } from "@mui/x-date-pickers/DateTimePicker";
import { LocalizationProvider } from "@mui/x-date-pickers/LocalizationProvider";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { createKey, failureWords } from "../shared/keys-backend.ts";
import { MaskedToken } from "./MaskedToken.tsx";

export interface CreateDialogProps {
  onCreated(): void;
  onClose(): void;
}

/** The form gives way to a second dialog that shows the key. */
export function CreateDialog({ onCreated, onClose }: CreateDialogProps) {
  const [name, setName] = useState("");
  const [end, setEnd] = useState<Dayjs | null>(null);
  const [token, setToken] = useState<string | null>(null);
  const [failure, setFailure] = useState("");
  if (token !== null) return <MaskedToken token={token} onClose={onClose} />;
  const send = async () => {
    if (!end?.isValid()) return setFailure("Choose when the key expires");
    try {
      setToken((await createKey(name, end.toDate())).token);
      onCreated();
    } catch (error) {
      setFailure(failureWords(error));
    }
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="create-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <DialogTitle id="create-title">New API key</DialogTitle>
        <DialogContent sx={{ display: "grid", gap: 2 }}>
          <TextField
            label="Name"
            margin="dense"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <LocalizationProvider dateAdapter={AdapterDayjs}>
            <DateTimePicker
              label="Expires"
              format="MM/DD/YYYY hh:mm A"
              value={end}
              onChange={setEnd}
            />
          </LocalizationProvider>
          {failure && <Alert severity="error">{failure}</Alert>}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="contained">
            Generate key
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
