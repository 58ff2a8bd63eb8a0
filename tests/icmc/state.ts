/** Everything the local ICMC knows. Plain objects: tests may read it and, with care, change it. */
export interface IcmcState {
  /** Feeds ids made at run time and daily usage, so that two runs agree. */
  seed: string;
  organisations: Organisation[];
  users: User[];
  apiKeys: IssuedKey[];
  contracts: Contract[];
  partners: Partner[];
  members: Member[];
  accounts: StorageAccount[];
  regions: Region[];
}

export type OrganisationKind = "distributor" | "partner";
export type Role = "admin" | "staff" | "viewer";

export interface Organisation {
  id: string;
  kind: OrganisationKind;
  name: string;
  /** For a channel partner: its entry in `partners`. */
  partnerId: string | null;
}

/** Somebody who can sign in to the console. */
export interface User {
  id: string;
  organisationId: string;
  name: string;
  email: string;
  password: string;
  role: Role;
  createdAtMs: number;
}

export interface IssuedKey {
  /** The token's `jti`. */
  id: string;
  organisationId: string;
  ownerId: string;
  description: string;
  token: string;
  createdAtMs: number;
  /** `null`: a key without an end. */
  validUntilMs: number | null;
  deletedAtMs: number | null;
}

export interface Contract {
  id: string;
  organisationId: string;
  details: string;
  currency: string;
  reservedCapacity: number;
  /** As text, the way the vendor's examples show it. */
  costStorageGBCents: string;
}

export interface Partner {
  id: string;
  contractId: string;
  name: string;
  details: string;
  allocatedCapacity: number;
  allowOverdraft: boolean;
  createdAtMs: number;
}

export interface Member {
  id: string;
  partnerId: string;
  name: string;
  email: string;
  role: Role;
}

export interface StorageAccount {
  /** Twelve digits, always text. */
  clientAccountId: string;
  partnerId: string;
  name: string;
  contactEmail: string;
  allocatedCapacity: number;
  allowOverdraft: boolean;
  createdAtMs: number;
  pendingDeletedAtMs: number | null;
}

export interface Region {
  name: string;
  s3_url: string;
  iam_url: string;
  sts_url: string;
}

/** Bytes of one decimal terabyte, as the console counts. */
export const TERABYTE = 1_000_000_000_000;

/** What a contract's partners hold together. */
export function allocatedOf(state: IcmcState, contractId: string): number {
  return state.partners
    .filter((partner) => partner.contractId === contractId)
    .reduce((sum, partner) => sum + partner.allocatedCapacity, 0);
}
