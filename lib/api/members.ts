import { type Listed, parseList, parseOne, type WireShape } from "./answer";
import { apiPath } from "./api-path";
import type { ApiClient } from "./client";
import { type Field, parseField } from "./field";
import { id, text } from "./wire-values";

/** A console user of a partner. */
export interface Member {
  id: Field<string>;
  name: Field<string>;
  email: Field<string>;
  /** `admin`, `staff` or `viewer` by the API's description; anything else is kept as it came. */
  role: Field<string>;
}

const MEMBER: WireShape<Member> = {
  id: ["id", (sent) => parseField(id, sent)],
  name: ["name", (sent) => parseField(text, sent)],
  email: ["email", (sent) => parseField(text, sent)],
  role: ["role", (sent) => parseField(text, sent)],
};

function parseMembers(answer: unknown): Listed<Member> {
  return parseList(MEMBER, answer);
}

function parseMember(answer: unknown): Member {
  return parseOne(MEMBER, answer);
}

export async function listMembers(
  client: ApiClient,
  partnerId: string,
  signal?: AbortSignal,
): Promise<Listed<Member>> {
  const path = apiPath`/partner/${partnerId}/members`;
  return client.ask({ method: "GET", path }, parseMembers, signal);
}

export interface NewMember {
  email: string;
  /** At least 8 characters and three of the classes lower case, upper case, digit, special. */
  password: string;
  role: "admin" | "staff" | "viewer";
  name?: string;
}

export async function createMember(
  client: ApiClient,
  partnerId: string,
  { email, password, role, name }: NewMember,
  signal?: AbortSignal,
): Promise<Member> {
  return client.ask(
    {
      method: "POST",
      path: apiPath`/partner/${partnerId}/member`,
      body: { email, password, role, ...(name === undefined ? {} : { name }) },
      secrets: [password],
    },
    parseMember,
    signal,
  );
}

export async function removeMember(
  client: ApiClient,
  partnerId: string,
  memberId: string,
  signal?: AbortSignal,
): Promise<void> {
  const path = apiPath`/partner/${partnerId}/member/${memberId}`;
  return client.tell({ method: "DELETE", path }, signal);
}
