import type { Vault } from "../../vault/vault";
import type { Documents } from "../../vault/vault-reader";
import { DAY_MS, type OwnReminders } from "./reminder-rules";

const NAME = "reminders";
const MOST_DATES = 20;
const LONGEST_LEAD = 3_650;

/** By key id. Kept encrypted, since ids and dates together tell something about keys. */
export async function readOwnReminders(vault: Documents): Promise<Record<string, OwnReminders>> {
  return ownIn(await vault.document("settings", NAME));
}

function ownIn(stored: unknown): Record<string, OwnReminders> {
  if (typeof stored !== "object" || stored === null || Array.isArray(stored)) return {};
  return Object.fromEntries(Object.entries(stored).map(([id, own]) => [id, checkOwn(own)]));
}

/** @param own - `null`: as for every key. */
export async function putOwnReminders(
  vault: Vault,
  keyId: string,
  own: OwnReminders | null,
): Promise<void> {
  await vault.changeDocuments("settings", async (now) => {
    const { [keyId]: _, ...others } = ownIn(await now.read(NAME));
    return new Map([[NAME, own ? { ...others, [keyId]: checkOwn(own) } : others]]);
  });
}

function checkOwn(stored: unknown): OwnReminders {
  const { leadDays, at } = (stored ?? {}) as Record<string, unknown>;
  const isLead = (days: unknown): days is number =>
    typeof days === "number" && Number.isInteger(days) && days > 0 && days <= LONGEST_LEAD;
  const isDate = (iso: unknown): iso is string =>
    typeof iso === "string" && Date.parse(iso) > DAY_MS;
  return {
    ...(Array.isArray(leadDays) && { leadDays: leadDays.filter(isLead).slice(0, MOST_DATES) }),
    ...(Array.isArray(at) && { at: at.filter(isDate).slice(0, MOST_DATES) }),
  };
}
