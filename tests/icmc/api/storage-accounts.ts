import { created, noContent, ok, Refusal } from "../answer.ts";
import type { Partner, StorageAccount } from "../state.ts";
import type { Call, Operation } from "./call.ts";
import { partnerOf } from "./partners.ts";
import { checkStoragePassword } from "./passwords.ts";

const DELETION_DELAY_MS = 30 * 86_400_000;

/** The partner a call is about: named in a distributor's path, the caller itself otherwise. */
function partnerInCall(call: Call): Partner {
  if (call.caller.kind === "distributor") return partnerOf(call, call.parameter("partnerID"));
  const partner = call.state.partners.find((one) => one.id === call.caller.partnerId);
  if (!partner) throw new Refusal(404, "partner not found");
  return partner;
}

export function accountsInCall(call: Call): StorageAccount[] {
  const partner = partnerInCall(call);
  return call.state.accounts.filter((account) => account.partnerId === partner.id);
}

export function accountInCall(call: Call): StorageAccount {
  const id = call.parameter("accountID");
  const account = accountsInCall(call).find((one) => one.clientAccountId === id);
  if (!account) throw new Refusal(404, "storage account not found");
  return account;
}

/** The same five operations under both roles' paths. */
function operationsAt(
  role: "distributor" | "partner",
  list: string,
  collection: string,
): Operation[] {
  const one = `${collection}/{accountID}`;
  return [
    { name: `GET ${list}`, role, handle: (call) => ok(accountsInCall(call).map(accountOnWire)) },
    { name: `POST ${collection}`, role, handle: create },
    { name: `GET ${one}`, role, handle: (call) => ok(accountOnWire(accountInCall(call))) },
    { name: `PATCH ${one}`, role, handle: cancelDeletion },
    { name: `DELETE ${one}`, role, handle: scheduleDeletion },
  ];
}

export const storageAccountOperations: Operation[] = [
  ...operationsAt(
    "distributor",
    "/partner/{partnerID}/storage-accounts",
    "/partner/{partnerID}/storage-accounts",
  ),
  ...operationsAt("partner", "/storage-account/list", "/storage-account"),
];

function create(call: Call) {
  const partner = partnerInCall(call);
  const body = call.body();
  const name = body.text("name");
  const allocatedCapacity = body.capacity("allocatedCapacity");
  const allowOverdraft = body.boolean("allowOverdraft");
  const login = body.inner("clientAccount");
  const contactEmail = login.email("contactEmail");
  checkStoragePassword(login.text("password"));
  const given = accountsInCall(call).reduce((sum, one) => sum + one.allocatedCapacity, 0);
  const left = partner.allocatedCapacity - given;
  if (partner.allocatedCapacity > 0 && !partner.allowOverdraft && allocatedCapacity > left) {
    throw new Refusal(400, `not enough capacity left for this partner: ${left} bytes`);
  }
  if (call.state.accounts.some((one) => one.contactEmail === contactEmail)) {
    throw new Refusal(409, "a storage account with this contact address exists");
  }
  const account: StorageAccount = {
    clientAccountId: call.random.digits(12),
    partnerId: partner.id,
    name,
    contactEmail,
    allocatedCapacity,
    allowOverdraft,
    createdAtMs: call.nowMs,
    pendingDeletedAtMs: null,
  };
  call.state.accounts.push(account);
  return created(accountOnWire(account));
}

function scheduleDeletion(call: Call) {
  const account = accountInCall(call);
  account.pendingDeletedAtMs ??= call.nowMs + DELETION_DELAY_MS;
  return noContent();
}

function cancelDeletion(call: Call) {
  const account = accountInCall(call);
  const body = call.body();
  if (!body.isNull("pendingDeletedAt")) {
    throw new Refusal(400, "pendingDeletedAt can only be set to null");
  }
  account.pendingDeletedAtMs = null;
  return ok(accountOnWire(account));
}

function accountOnWire(account: StorageAccount) {
  return {
    clientAccountId: account.clientAccountId,
    name: account.name,
    contactEmail: account.contactEmail,
    allocatedCapacity: account.allocatedCapacity,
    allowOverdraft: account.allowOverdraft,
    pendingDeletedAt:
      account.pendingDeletedAtMs === null
        ? null
        : new Date(account.pendingDeletedAtMs).toISOString(),
  };
}
