/** @jsxImportSource react */
import { Stack, Typography } from "@mui/material";
import type { ReactNode } from "react";

/** The page's heading, and what can be done here. */
export function PageHead({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Stack direction="row" sx={{ mb: 2, alignItems: "center", justifyContent: "space-between" }}>
      <Typography variant="h5" component="h1">
        {title}
      </Typography>
      {children}
    </Stack>
  );
}
