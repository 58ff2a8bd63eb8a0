/** @jsxImportSource react */
import {
  Alert,
  Button,
  DialogActions,
  DialogContent,
  InputAdornment,
  TextField,
} from "@mui/material";
import { useState } from "react";

/** The key in a read-only field, this one time. */
export function ShownToken({ token, onClose }: { token: string; onClose(): void }) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(token);
    setCopied(true);
  };
  return (
    <>
      <DialogContent sx={{ display: "grid", gap: 2 }}>
        <Alert severity="warning">Copy the key now. You will not be able to see it again.</Alert>
        <TextField
          label="API key"
          margin="dense"
          value={token}
          slotProps={{
            htmlInput: { readOnly: true, spellCheck: false },
            input: {
              endAdornment: (
                <InputAdornment position="end">
                  <Button size="small" aria-label="Copy to clipboard" onClick={() => void copy()}>
                    {isCopied ? "Copied" : "Copy"}
                  </Button>
                </InputAdornment>
              ),
            },
          }}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </>
  );
}
