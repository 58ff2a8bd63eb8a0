/** @jsxImportSource react */
import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
} from "@mui/material";
import { useState } from "react";

/** The key behind dots until somebody asks to see it. */
export function MaskedToken({ token, onClose }: { token: string; onClose(): void }) {
  const [isShown, setShown] = useState(false);
  return (
    <Dialog open fullWidth maxWidth="sm" aria-labelledby="created-title">
      <DialogTitle id="created-title">Your new API key</DialogTitle>
      <DialogContent>
        <p>This is the only time the key is shown.</p>
        <Box
          component="code"
          data-secret
          sx={{ display: "block", p: 1.5, bgcolor: "action.hover", wordBreak: "break-all" }}
        >
          {isShown ? token : "•".repeat(40)}
        </Box>
        <Stack direction="row" spacing={1} sx={{ mt: 1 }}>
          <Button onClick={() => setShown(!isShown)}>{isShown ? "Hide key" : "Show key"}</Button>
          <Button onClick={() => void navigator.clipboard.writeText(token)}>Copy key</Button>
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          I have stored it
        </Button>
      </DialogActions>
    </Dialog>
  );
}
