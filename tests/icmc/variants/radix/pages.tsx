/** @jsxImportSource react */
import type { Overview, Partner, TeamMember } from "../house/backend.ts";
import { CURL_EXAMPLE } from "../shared/decoys.ts";
import { useAnswer } from "../shared/react/use-answer.ts";
import { terabytes } from "../shared/terabytes.ts";
import { dateText } from "./date-text.ts";

export function OverviewPage() {
  const { value } = useAnswer<Overview>("/overview");
  return (
    <>
      <h1>Overview</h1>
      <ul className="rows">
        {value?.contracts.map(({ id, details, allocatedCapacity }) => (
          <li key={id}>
            <strong>{details}</strong>
            <span>{terabytes(allocatedCapacity, "en")} allocated</span>
          </li>
        ))}
      </ul>
    </>
  );
}

export function PartnersPage() {
  const { value } = useAnswer<Partner[]>("/partners");
  return (
    <>
      <h1>Partners</h1>
      <ul className="rows">
        {value?.map(({ id, name, createdAt }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span>Created at {dateText(new Date(createdAt))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

export function TeamPage() {
  const { value } = useAnswer<TeamMember[]>("/members");
  return (
    <>
      <h1>Team members</h1>
      <ul className="rows">
        {value?.map(({ id, name, email, role, createdAt }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span>
              {email} · {role}
            </span>
            <span>Created at {dateText(new Date(createdAt))}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

export function DocsPage() {
  return (
    <>
      <h1>Docs</h1>
      <h2>Authentication</h2>
      <pre>
        <code>{CURL_EXAMPLE}</code>
      </pre>
    </>
  );
}
