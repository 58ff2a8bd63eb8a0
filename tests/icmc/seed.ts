import { issueKey } from "./issue-key.ts";
import { seededRandom } from "./random.ts";
import { seededKeys } from "./seeded-keys.ts";
import { DISTRIBUTOR, PARTNERS, REGIONS, TEAM } from "./seeded-names.ts";
import { type IcmcState, type Partner, TERABYTE } from "./state.ts";

const DAY_MS = 86_400_000;

/**
 * The world the local ICMC starts with: one distributor with three contracts, its partners, their
 * members and storage accounts, and keys in every state a badge can show, counted from `nowMs`.
 */
export function seededState(seed: string, nowMs: number, secret: Uint8Array): IcmcState {
  const random = seededRandom(seed);
  const state: IcmcState = {
    seed,
    organisations: [],
    users: [],
    apiKeys: [],
    contracts: [],
    partners: [],
    members: [],
    accounts: [],
    regions: REGIONS.map((region) => ({ ...region })),
  };

  const distributorId = random.uuid();
  state.organisations.push({
    id: distributorId,
    kind: "distributor",
    name: DISTRIBUTOR.name,
    partnerId: null,
  });
  for (const contract of DISTRIBUTOR.contracts) {
    state.contracts.push({
      id: random.uuid(),
      organisationId: distributorId,
      details: contract.details,
      currency: contract.currency,
      reservedCapacity: contract.reservedTB * TERABYTE,
      costStorageGBCents: contract.costStorageGBCents,
    });
  }

  for (const template of PARTNERS) {
    const contract = state.contracts[template.contract];
    if (!contract) throw new Error(`no contract ${template.contract} for ${template.name}`);
    const partner: Partner = {
      id: random.uuid(),
      contractId: contract.id,
      name: template.name,
      details: template.details,
      allocatedCapacity: template.allocatedTB * TERABYTE,
      allowOverdraft: template.allowOverdraft,
      createdAtMs: nowMs - random.between(90, 700) * DAY_MS,
    };
    state.partners.push(partner);
    for (const [at, name] of template.members.entries()) {
      state.members.push({
        id: random.uuid(),
        partnerId: partner.id,
        name,
        email: `${name.toLowerCase().replace(" ", ".")}@${template.domain}`,
        role: at === 0 ? "admin" : at === 1 ? "staff" : "viewer",
      });
    }
    for (const account of template.accounts) {
      state.accounts.push({
        clientAccountId: random.digits(12),
        partnerId: partner.id,
        name: account.name,
        contactEmail: `storage@${account.domain}`,
        allocatedCapacity: Math.round(account.allocatedTB * TERABYTE),
        allowOverdraft: random.fraction() < 0.3,
        createdAtMs: nowMs - random.between(40, 400) * DAY_MS,
        pendingDeletedAtMs: account.leaving ? nowMs + 17 * DAY_MS : null,
      });
    }
  }

  addUsers(state, distributorId, nowMs, random);
  for (const order of seededKeys(state, nowMs)) issueKey(state, order, random, secret);
  return state;
}

function addUsers(
  state: IcmcState,
  distributorId: string,
  nowMs: number,
  random: ReturnType<typeof seededRandom>,
): void {
  const first = state.partners[0];
  if (!first) throw new Error("the seed has no partner");
  const partnerOrganisation = random.uuid();
  state.organisations.push({
    id: partnerOrganisation,
    kind: "partner",
    name: first.name,
    partnerId: first.id,
  });
  for (const person of TEAM) {
    state.users.push({
      id: random.uuid(),
      organisationId: person.at === "distributor" ? distributorId : partnerOrganisation,
      name: person.name,
      email: person.email,
      password: person.password,
      role: person.role,
      createdAtMs: nowMs - random.between(30, 900) * DAY_MS,
    });
  }
}
