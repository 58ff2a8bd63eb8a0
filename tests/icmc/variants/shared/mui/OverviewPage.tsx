/** @jsxImportSource react */
import { Card, CardContent, LinearProgress, Stack, Typography } from "@mui/material";
import type { Overview } from "../../house/backend.ts";
import { useAnswer } from "../react/use-answer.ts";
import { terabytes } from "../terabytes.ts";
import { PageHead } from "./PageHead.tsx";

/** Every contract with what is given away of it. */
export function OverviewPage() {
  const { value } = useAnswer<Overview>("/overview");
  return (
    <>
      <PageHead title="Overview" />
      <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: "wrap" }}>
        {value?.contracts.map((contract) => (
          <Card key={contract.id} variant="outlined" sx={{ width: 300 }}>
            <CardContent>
              <Typography variant="subtitle1" component="h2">
                {contract.details}
              </Typography>
              <LinearProgress
                variant="determinate"
                aria-label="Allocated share"
                value={
                  contract.reservedCapacity === 0
                    ? 0
                    : (100 * contract.allocatedCapacity) / contract.reservedCapacity
                }
                sx={{ my: 1.5 }}
              />
              <Typography variant="body2" color="text.secondary">
                {terabytes(contract.allocatedCapacity, "en")} allocated
              </Typography>
            </CardContent>
          </Card>
        ))}
      </Stack>
    </>
  );
}
