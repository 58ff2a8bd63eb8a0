/** @jsxImportSource react */
import { Box, Paper, Typography } from "@mui/material";
import type { Session } from "../house/backend.ts";
import { sessionToken } from "../shared/decoys.ts";

/** Left in by mistake, as it happens: the session's own token for everybody to see. */
export function DebugPanel({ session }: { session: Session }) {
  return (
    <Paper variant="outlined" sx={{ mt: 2, p: 2 }}>
      <Typography variant="overline">Debug</Typography>
      <Box
        component="pre"
        sx={{ m: 0, fontSize: 11, whiteSpace: "pre-wrap", wordBreak: "break-all" }}
      >
        {`user ${session.user.email}\nrole ${session.user.role}\ntoken ${sessionToken(session)}`}
      </Box>
    </Paper>
  );
}
