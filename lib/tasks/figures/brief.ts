import type { Field } from "../../api/field";
import type { Survey, SurveyedPartner } from "../reading/survey";
import type { SurveyedAccount } from "../reading/surveyed-accounts";

export type Change =
  | {
      kind: "allocation";
      of: "contract" | "partner" | "storage account";
      name: string;
      before: number;
      after: number;
    }
  | { kind: "appeared" | "gone"; what: Thing; name: string; at: string | null }
  /** `at`: the partner it belongs to; `null` for a channel partner's own. */
  | { kind: "jump"; name: string; at: string | null; before: number; after: number }
  | { kind: "fell-to-zero"; name: string; at: string | null; before: number };
export type Thing = "contract" | "partner" | "member" | "storage account";

export interface Brief {
  from: string;
  to: string;
  changes: Change[];
}

/** Both must hold, or every small account would be news. */
const JUMP_SHARE = 0.2;
const JUMP_BYTES = 1e11;

/**
 * What changed between two surveys. What could not be read in one of them is not compared: a
 * partner whose members were not readable has not lost them.
 */
export function briefOf(before: Survey, after: Survey): Brief {
  const changes: Change[] = [];
  const unreadable = new Set(
    [...before.missing, ...after.missing].flatMap(({ what, of }) =>
      what === "partners" ? of : [],
    ),
  );
  compare(before.contracts, after.contracts, (contract) => contract.id.value, {
    gone: (contract) => changes.push(cameOrWent("gone", "contract", contract.details, null)),
    appeared: (contract) =>
      changes.push(cameOrWent("appeared", "contract", contract.details, null)),
    both: (old, now) => {
      const name = now.details.value ?? "—";
      changes.push(...allocation("contract", name, old.reservedBytes, now.reservedBytes));
    },
  });
  const contractNames = new Map(
    [...before.contracts, ...after.contracts].map((one) => [
      one.id.value,
      one.details.value ?? one.id.value ?? "—",
    ]),
  );
  const readable = ({ contractId }: SurveyedPartner) =>
    !unreadable.has(contractNames.get(contractId) ?? "");
  compare(
    before.partners.filter(readable),
    after.partners.filter(readable),
    ({ partner }) => partner.id.value,
    {
      gone: ({ partner, contractId }) =>
        changes.push(
          cameOrWent("gone", "partner", partner.name, contractNames.get(contractId) ?? null),
        ),
      appeared: ({ partner, contractId }) =>
        changes.push(
          cameOrWent("appeared", "partner", partner.name, contractNames.get(contractId) ?? null),
        ),
      both: (old, now) => changes.push(...withinPartner(old, now)),
    },
  );
  changes.push(...withinAccounts(before.own, after.own, null));
  return { from: before.at, to: after.at, changes };
}

function withinPartner(old: SurveyedPartner, now: SurveyedPartner): Change[] {
  const changes: Change[] = [];
  const at = now.partner.name.value ?? "—";
  changes.push(
    ...allocation("partner", at, old.partner.allocatedBytes, now.partner.allocatedBytes),
  );
  if (old.members && now.members) {
    compare(old.members, now.members, (member) => member.id.value, {
      gone: (member) => changes.push(cameOrWent("gone", "member", member.email, at)),
      appeared: (member) => changes.push(cameOrWent("appeared", "member", member.email, at)),
      both: () => {},
    });
  }
  return [...changes, ...withinAccounts(old.accounts, now.accounts, at)];
}

function withinAccounts(
  old: readonly SurveyedAccount[] | null,
  now: readonly SurveyedAccount[] | null,
  at: string | null,
): Change[] {
  const changes: Change[] = [];
  if (old === null || now === null) return changes;
  compare(old, now, ({ account }) => account.id.value, {
    gone: ({ account }) => changes.push(cameOrWent("gone", "storage account", account.name, at)),
    appeared: ({ account }) =>
      changes.push(cameOrWent("appeared", "storage account", account.name, at)),
    both: (one, other) => changes.push(...withinAccount(one, other, at)),
  });
  return changes;
}

function withinAccount(old: SurveyedAccount, now: SurveyedAccount, at: string | null): Change[] {
  const name = now.account.name.value ?? now.account.id.value ?? "—";
  const changes = allocation(
    "storage account",
    name,
    old.account.allocatedBytes,
    now.account.allocatedBytes,
  );
  const before = newest(old.used);
  const after = newest(now.used);
  if (before === null || after === null) return changes;
  if (after === 0 && before > 0) return [...changes, { kind: "fell-to-zero", name, at, before }];
  const difference = Math.abs(after - before);
  if (difference >= JUMP_BYTES && difference >= JUMP_SHARE * before) {
    changes.push({ kind: "jump", name, at, before, after });
  }
  return changes;
}

function allocation(
  of: "contract" | "partner" | "storage account",
  name: string,
  before: Field<number>,
  after: Field<number>,
): Change[] {
  if (before.value === undefined || after.value === undefined || before.value === after.value)
    return [];
  return [{ kind: "allocation", of, name, before: before.value, after: after.value }];
}

function cameOrWent(
  kind: "appeared" | "gone",
  what: Thing,
  name: Field<string>,
  at: string | null,
): Change {
  return { kind, what, name: name.value ?? "—", at };
}

/** Things without an id cannot be recognised again, so they are not compared. */
function compare<T>(
  before: readonly T[],
  after: readonly T[],
  idOf: (one: T) => string | undefined,
  tell: { gone: (one: T) => void; appeared: (one: T) => void; both: (old: T, now: T) => void },
): void {
  const known = new Map(before.map((one) => [idOf(one), one]));
  const present = new Set(after.map(idOf));
  for (const one of before) {
    const id = idOf(one);
    if (id !== undefined && !present.has(id)) tell.gone(one);
  }
  for (const one of after) {
    const id = idOf(one);
    if (id === undefined) continue;
    const old = known.get(id);
    if (old === undefined) tell.appeared(one);
    else tell.both(old, one);
  }
}

function newest(used: readonly (number | null)[]): number | null {
  return used.findLast((bytes) => bytes !== null) ?? null;
}
