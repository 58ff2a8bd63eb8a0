import type { ApiClient } from "../../../lib/api/client";
import { listContracts } from "../../../lib/api/contracts";
import { createMember, listMembers, removeMember } from "../../../lib/api/members";
import {
  changeOwnPendingDeletion,
  createOwnStorageAccount,
  getOwnStorageAccount,
  listOwnStorageAccounts,
  scheduleOwnDeletion,
} from "../../../lib/api/own-storage-accounts";
import {
  changePartner,
  createPartner,
  deletePartner,
  getPartner,
  listPartners,
} from "../../../lib/api/partners";
import { listRegions } from "../../../lib/api/regions";
import {
  changePendingDeletion,
  createStorageAccount,
  getStorageAccount,
  listStorageAccounts,
  scheduleDeletion,
} from "../../../lib/api/storage-accounts";
import {
  getOwnStorageAccountUsage,
  getStorageAccountUsage,
  listOwnUsage,
  listPartnerUsage,
} from "../../../lib/api/usage";

const CONTRACT_ID = "4b8f2a0e-3c1d-4f5a-9a57-0d6f1d7b2c11";
const PARTNER_ID = "a0c5b1de-77e2-4d0c-8b1f-5f1f2f9f0a42";
const MEMBER_ID = "6f0d3f64-1fd0-4c1e-b6a8-0b8f5b4f7d33";
const ACCOUNT_ID = "012345678901";
const RANGE = { from: "2027-02-01", to: "2027-02-28" };
const FIVE_TB = 5_000_000_000_000;

const CONTRACT = {
  id: CONTRACT_ID,
  distributorId: "d-1",
  details: "Framework 2027",
  currency: "EUR",
  reservedCapacity: 100 * FIVE_TB,
  allocatedCapacity: 3 * FIVE_TB,
  costStorageGBCents: "100",
  costEgressGBCents: "0",
};
const PARTNER = {
  id: PARTNER_ID,
  name: "Nordlicht Backup",
  details: "",
  distributorContractId: CONTRACT_ID,
  allocatedCapacity: FIVE_TB,
  allowOverdraft: true,
};
const MEMBER = { id: MEMBER_ID, name: "Ada", email: "ada@example.com", role: "staff" };
const ACCOUNT = {
  clientAccountId: ACCOUNT_ID,
  name: "Archive",
  contactEmail: "archive@example.com",
  allocatedCapacity: 0,
  allowOverdraft: false,
  pendingDeletedAt: "2027-04-01T12:00:00+02:00",
};
const USAGE = {
  name: "Archive",
  client_id: ACCOUNT_ID,
  allocated_capacity: FIVE_TB,
  daily_usage: [{ date: "2027-02-01", usage: 1_500_000_000_000, allocated_capacity: FIVE_TB }],
};
const REGION = {
  name: "eu-central-2",
  s3_url: "https://eu-central-2.storage.example",
  iam_url: "https://iam.example",
  sts_url: "https://sts.example",
};
const NEW_ACCOUNT = {
  name: "Archive",
  allocatedBytes: FIVE_TB,
  allowsOverdraft: false,
  contactEmail: "archive@example.com",
  password: "Pw-of-an-Account-1!",
};
const NEW_ACCOUNT_BODY = {
  name: "Archive",
  allocatedCapacity: FIVE_TB,
  allowOverdraft: false,
  clientAccount: { contactEmail: "archive@example.com", password: "Pw-of-an-Account-1!" },
};

const contract = {
  id: { value: CONTRACT_ID },
  distributorId: { value: "d-1" },
  details: { value: "Framework 2027" },
  currency: { value: "EUR" },
  reservedBytes: { value: 100 * FIVE_TB },
  allocatedBytes: { value: 3 * FIVE_TB },
  excessCentsPerGbMonth: { value: 100 },
  egressCentsPerGb: { value: 0 },
};
const partner = {
  id: { value: PARTNER_ID },
  name: { value: "Nordlicht Backup" },
  details: { value: "" },
  contractId: { value: CONTRACT_ID },
  allocatedBytes: { value: FIVE_TB },
  allowsOverdraft: { value: true },
};
const member = {
  id: { value: MEMBER_ID },
  name: { value: "Ada" },
  email: { value: "ada@example.com" },
  role: { value: "staff" },
};
const account = {
  id: { value: ACCOUNT_ID },
  name: { value: "Archive" },
  contactEmail: { value: "archive@example.com" },
  allocatedBytes: { value: 0 },
  allowsOverdraft: { value: false },
  pendingDeletion: { value: { kind: "instant", at: "2027-04-01T10:00:00.000Z" } },
};
const usage = {
  storageAccountId: { value: ACCOUNT_ID },
  name: { value: "Archive" },
  allocatedBytes: { value: FIVE_TB },
  days: {
    value: {
      items: [
        {
          day: "2027-02-01",
          usedBytes: { value: 1_500_000_000_000 },
          allocatedBytes: { value: FIVE_TB },
        },
      ],
      notUnderstood: 0,
    },
  },
};
const region = {
  name: { value: "eu-central-2" },
  s3Url: { value: "https://eu-central-2.storage.example" },
  iamUrl: { value: "https://iam.example" },
  stsUrl: { value: "https://sts.example" },
};
const listed = <T>(...items: T[]) => ({ items, notUnderstood: 0 });

export interface Operation {
  /** As the API writes it. */
  request: `${string} /${string}`;
  call(client: ApiClient, signal?: AbortSignal): Promise<unknown>;
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  status: number;
  answer?: unknown;
  gives?: unknown;
}

/** All 24 operations: how each is called, what goes out, what comes in, and what the caller gets. */
export const OPERATIONS: readonly Operation[] = [
  {
    request: "GET /contract/list",
    call: (client, signal) => listContracts(client, signal),
    path: "/contract/list",
    status: 200,
    answer: [CONTRACT],
    gives: listed(contract),
  },
  {
    request: "GET /contract/{contractID}/partners",
    call: (client, signal) => listPartners(client, CONTRACT_ID, signal),
    path: `/contract/${CONTRACT_ID}/partners`,
    status: 200,
    answer: [PARTNER],
    gives: listed(partner),
  },
  {
    request: "POST /partner",
    call: (client, signal) =>
      createPartner(
        client,
        {
          name: "Nordlicht Backup",
          contractId: CONTRACT_ID,
          allocatedBytes: FIVE_TB,
          allowsOverdraft: true,
        },
        signal,
      ),
    path: "/partner",
    body: {
      name: "Nordlicht Backup",
      distributorContractId: CONTRACT_ID,
      allocatedCapacity: FIVE_TB,
      allowOverdraft: true,
    },
    status: 201,
    answer: PARTNER,
    gives: partner,
  },
  {
    request: "GET /partner/{partnerID}",
    call: (client, signal) => getPartner(client, PARTNER_ID, signal),
    path: `/partner/${PARTNER_ID}`,
    status: 200,
    answer: PARTNER,
    gives: partner,
  },
  {
    request: "PUT /partner/{partnerID}",
    call: (client, signal) => changePartner(client, PARTNER_ID, { allocatedBytes: 0 }, signal),
    path: `/partner/${PARTNER_ID}`,
    body: { allocatedCapacity: 0 },
    status: 200,
    answer: PARTNER,
    gives: partner,
  },
  {
    request: "DELETE /partner/{partnerID}",
    call: (client, signal) => deletePartner(client, PARTNER_ID, signal),
    path: `/partner/${PARTNER_ID}`,
    status: 204,
  },
  {
    request: "GET /partner/{partnerID}/members",
    call: (client, signal) => listMembers(client, PARTNER_ID, signal),
    path: `/partner/${PARTNER_ID}/members`,
    status: 200,
    answer: [MEMBER],
    gives: listed(member),
  },
  {
    request: "POST /partner/{partnerID}/member",
    call: (client, signal) =>
      createMember(
        client,
        PARTNER_ID,
        { email: "ada@example.com", password: "Pw-of-a-Member-1", role: "staff", name: "Ada" },
        signal,
      ),
    path: `/partner/${PARTNER_ID}/member`,
    body: { email: "ada@example.com", password: "Pw-of-a-Member-1", role: "staff", name: "Ada" },
    status: 201,
    answer: MEMBER,
    gives: member,
  },
  {
    request: "DELETE /partner/{partnerID}/member/{memberID}",
    call: (client, signal) => removeMember(client, PARTNER_ID, MEMBER_ID, signal),
    path: `/partner/${PARTNER_ID}/member/${MEMBER_ID}`,
    status: 204,
  },
  {
    request: "GET /partner/{partnerID}/storage-accounts",
    call: (client, signal) => listStorageAccounts(client, PARTNER_ID, signal),
    path: `/partner/${PARTNER_ID}/storage-accounts`,
    status: 200,
    answer: [ACCOUNT],
    gives: listed(account),
  },
  {
    request: "POST /partner/{partnerID}/storage-accounts",
    call: (client, signal) => createStorageAccount(client, PARTNER_ID, NEW_ACCOUNT, signal),
    path: `/partner/${PARTNER_ID}/storage-accounts`,
    body: NEW_ACCOUNT_BODY,
    status: 201,
    answer: ACCOUNT,
    gives: account,
  },
  {
    request: "GET /partner/{partnerID}/storage-accounts/{accountID}",
    call: (client, signal) => getStorageAccount(client, PARTNER_ID, ACCOUNT_ID, signal),
    path: `/partner/${PARTNER_ID}/storage-accounts/${ACCOUNT_ID}`,
    status: 200,
    answer: ACCOUNT,
    gives: account,
  },
  {
    request: "PATCH /partner/{partnerID}/storage-accounts/{accountID}",
    call: (client, signal) => changePendingDeletion(client, PARTNER_ID, ACCOUNT_ID, null, signal),
    path: `/partner/${PARTNER_ID}/storage-accounts/${ACCOUNT_ID}`,
    body: { pendingDeletedAt: null },
    status: 200,
    answer: ACCOUNT,
    gives: account,
  },
  {
    request: "DELETE /partner/{partnerID}/storage-accounts/{accountID}",
    call: (client, signal) => scheduleDeletion(client, PARTNER_ID, ACCOUNT_ID, signal),
    path: `/partner/${PARTNER_ID}/storage-accounts/${ACCOUNT_ID}`,
    status: 204,
  },
  {
    request: "GET /partner/{partnerID}/storage-accounts/{accountID}/usage",
    call: (client, signal) => getStorageAccountUsage(client, PARTNER_ID, ACCOUNT_ID, RANGE, signal),
    path: `/partner/${PARTNER_ID}/storage-accounts/${ACCOUNT_ID}/usage`,
    query: RANGE,
    status: 200,
    answer: USAGE,
    gives: usage,
  },
  {
    request: "GET /partner/{partnerID}/usage",
    call: (client, signal) => listPartnerUsage(client, PARTNER_ID, RANGE, signal),
    path: `/partner/${PARTNER_ID}/usage`,
    query: RANGE,
    status: 200,
    answer: [USAGE],
    gives: listed(usage),
  },
  {
    request: "GET /storage-account/list",
    call: (client, signal) => listOwnStorageAccounts(client, signal),
    path: "/storage-account/list",
    status: 200,
    answer: [ACCOUNT],
    gives: listed(account),
  },
  {
    request: "POST /storage-account",
    call: (client, signal) => createOwnStorageAccount(client, NEW_ACCOUNT, signal),
    path: "/storage-account",
    body: NEW_ACCOUNT_BODY,
    status: 201,
    answer: ACCOUNT,
    gives: account,
  },
  {
    request: "GET /storage-account/{accountID}",
    call: (client, signal) => getOwnStorageAccount(client, ACCOUNT_ID, signal),
    path: `/storage-account/${ACCOUNT_ID}`,
    status: 200,
    answer: ACCOUNT,
    gives: account,
  },
  {
    request: "PATCH /storage-account/{accountID}",
    call: (client, signal) =>
      changeOwnPendingDeletion(client, ACCOUNT_ID, "2027-05-01T00:00:00Z", signal),
    path: `/storage-account/${ACCOUNT_ID}`,
    body: { pendingDeletedAt: "2027-05-01T00:00:00Z" },
    status: 200,
    answer: ACCOUNT,
    gives: account,
  },
  {
    request: "DELETE /storage-account/{accountID}",
    call: (client, signal) => scheduleOwnDeletion(client, ACCOUNT_ID, signal),
    path: `/storage-account/${ACCOUNT_ID}`,
    status: 204,
  },
  {
    request: "GET /storage-account/{accountID}/usage",
    call: (client, signal) => getOwnStorageAccountUsage(client, ACCOUNT_ID, RANGE, signal),
    path: `/storage-account/${ACCOUNT_ID}/usage`,
    query: RANGE,
    status: 200,
    answer: USAGE,
    gives: usage,
  },
  {
    request: "GET /storage-accounts/usage",
    call: (client, signal) => listOwnUsage(client, RANGE, signal),
    path: "/storage-accounts/usage",
    query: RANGE,
    status: 200,
    answer: [USAGE],
    gives: listed(usage),
  },
  {
    request: "GET /integration/regions/list",
    call: (client, signal) => listRegions(client, signal),
    path: "/integration/regions/list",
    status: 200,
    answer: { regions: [REGION] },
    gives: listed(region),
  },
];
