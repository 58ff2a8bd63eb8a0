/** @jsxImportSource react */
import { Box, Paper, Typography } from "@mui/material";
import { CURL_EXAMPLE } from "../decoys.ts";
import { PageHead } from "./PageHead.tsx";

/** How to call the API, with a token that opens nothing. */
export function DocsPage() {
  return (
    <>
      <PageHead title="Documentation" />
      <Paper variant="outlined" sx={{ p: 3 }}>
        <Typography gutterBottom>Send an API key with every request:</Typography>
        <Box
          component="pre"
          sx={{
            p: 2,
            m: 0,
            bgcolor: "action.hover",
            whiteSpace: "pre-wrap",
            wordBreak: "break-all",
          }}
        >
          <code>{CURL_EXAMPLE}</code>
        </Box>
      </Paper>
    </>
  );
}
