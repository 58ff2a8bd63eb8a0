/** @jsxImportSource react */
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
} from "@mui/material";
import { useState } from "react";
import type { ApiKey } from "../../house/backend.ts";
import { deleteKey, failureWords } from "../keys-backend.ts";

export interface DeleteDialogProps {
  /** `null`: closed. */
  apiKey: ApiKey | null;
  onDeleted(): void;
  onClose(): void;
}

/** Asks once more. */
export function DeleteDialog({ apiKey, onDeleted, onClose }: DeleteDialogProps) {
  const [failure, setFailure] = useState("");
  const confirm = async () => {
    if (!apiKey) return;
    try {
      await deleteKey(apiKey.id);
      onDeleted();
      onClose();
    } catch (error) {
      setFailure(failureWords(error));
    }
  };
  return (
    <Dialog open={apiKey !== null} onClose={onClose} aria-labelledby="delete-title">
      <DialogTitle id="delete-title">Delete API key?</DialogTitle>
      <DialogContent>
        <DialogContentText>
          Programs that use “{apiKey?.description}” stop working at once.
        </DialogContentText>
        {failure && <Alert severity="error">{failure}</Alert>}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button color="error" onClick={() => void confirm()}>
          Delete
        </Button>
      </DialogActions>
    </Dialog>
  );
}
