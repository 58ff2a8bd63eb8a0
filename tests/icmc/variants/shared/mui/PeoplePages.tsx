/** @jsxImportSource react */
import type { Partner, TeamMember } from "../../house/backend.ts";
import { useAnswer } from "../react/use-answer.ts";
import { terabytes } from "../terabytes.ts";
import { PageHead } from "./PageHead.tsx";
import { SimpleTable } from "./SimpleTable.tsx";

/** How this variant writes a time. */
type DateText = (at: Date | null, now: Date) => string;

export function TeamPage({ dateText }: { dateText: DateText }) {
  const { value } = useAnswer<TeamMember[]>("/members");
  const rows = (value ?? []).map(({ id, name, email, role, createdAt }) => ({
    id,
    cells: [name, email, role, dateText(new Date(createdAt), new Date())],
  }));
  return (
    <>
      <PageHead title="Team members" />
      <SimpleTable
        label="Team members"
        heads={["Name", "E-mail", "Role", "Created at"]}
        rows={rows}
      />
    </>
  );
}

export function PartnersPage({ dateText }: { dateText: DateText }) {
  const { value } = useAnswer<Partner[]>("/partners");
  const rows = (value ?? []).map(({ id, name, contract, allocatedCapacity, createdAt }) => ({
    id,
    cells: [
      name,
      contract,
      allocatedCapacity === 0 ? "Pay-per-Use" : terabytes(allocatedCapacity, "en"),
      dateText(new Date(createdAt), new Date()),
    ],
  }));
  return (
    <>
      <PageHead title="Partners" />
      <SimpleTable
        label="Partners"
        heads={["Name", "Contract", "Allocated", "Created at"]}
        rows={rows}
      />
    </>
  );
}
