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
import { ShownToken } from "./ShownToken.tsx";

export interface CreateDialogProps {
  onCreated(): void;
  onClose(): void;
}

export function CreateDialog({ onCreated, onClose }: CreateDialogProps) {
  const [description, setDescription] = useState("");
  const [end, setEnd] = useState<Dayjs | null>(null);
  const [token, setToken] = useState<string | null>(null);
  const [failure, setFailure] = useState("");
  const [isSending, setSending] = useState(false);
  const send = async () => {
    if (!end?.isValid()) return setFailure("Please choose an expiration date");
    setSending(true);
    try {
      setToken((await createKey(description, end.toDate())).token);
      onCreated();
    } catch (error) {
      setFailure(failureWords(error));
    }
    setSending(false);
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="create-title">
      <DialogTitle id="create-title">
        {token === null ? "Create new API Key" : "API key created"}
      </DialogTitle>
      {token === null ? (
        <>
          <DialogContent sx={{ display: "grid", gap: 2 }}>
            <TextField
              label="Description"
              margin="dense"
              value={description}
              onChange={(event) => setDescription(event.target.value)}
            />
            <LocalizationProvider dateAdapter={AdapterDayjs}>
              <DateTimePicker
                label="Expiration date and time"
                format="DD/MM/YYYY HH:mm"
                ampm={false}
                value={end}
                onChange={setEnd}
              />
            </LocalizationProvider>
            {failure && <Alert severity="error">{failure}</Alert>}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="contained" disabled={isSending} onClick={() => void send()}>
              Create
            </Button>
          </DialogActions>
        </>
      ) : (
        <ShownToken token={token} onClose={onClose} />
      )}
    </Dialog>
  );
}
