import type { Contract } from "../../api/contracts";
import type { Partner } from "../../api/partners";
import type { StorageAccount } from "../../api/storage-account";
import { t } from "../../words/words";

/** One thing that can be found by name or id. */
export interface Findable {
  kind: "contract" | "partner" | "storage account";
  id: string;
  name: string;
  /** Where it belongs, in words. */
  place: string | null;
  contractId: string | null;
  partnerId: string | null;
  /** Folded name and id, looked at for every letter typed. */
  text: string;
}

export function findableContract(contract: Contract): Findable[] {
  const id = contract.id.value;
  if (id === undefined) return [];
  const name = contract.details.value?.trim() || t("contracts.nameless", id.slice(0, 8));
  return [findable({ kind: "contract", id, name, place: null, contractId: id, partnerId: null })];
}

export function findablePartner(partner: Partner, contractId: string, place: string): Findable[] {
  const id = partner.id.value;
  if (id === undefined) return [];
  const name = partner.name.value ?? id;
  return [findable({ kind: "partner", id, name, place, contractId, partnerId: id })];
}

/** `partner` is `null` for a channel partner's own. */
export function findableAccount(
  account: StorageAccount,
  partner: { contractId: string; partnerId: string; name: string } | null,
): Findable[] {
  const id = account.id.value;
  if (id === undefined) return [];
  return [
    findable({
      kind: "storage account",
      id,
      name: account.name.value ?? id,
      place: partner?.name ?? null,
      contractId: partner?.contractId ?? null,
      partnerId: partner?.partnerId ?? null,
    }),
  ];
}

/**
 * The best first: what begins like all that was typed, then what has it at the beginning of a word,
 * then what contains it, then what merely has every word somewhere. Names stand before ids.
 */
export function searchEstate(all: readonly Findable[], query: string, most: number): Findable[] {
  const phrase = fold(query).trim().replace(/\s+/g, " ");
  if (phrase === "") return [];
  const words = phrase.split(" ");
  const ranked: Findable[][] = [[], [], [], []];
  for (const one of all) {
    if (!words.every((word) => one.text.includes(word))) continue;
    ranked[rankOf(one.text, phrase)]?.push(one);
    if ((ranked[0]?.length ?? 0) >= most) break;
  }
  return ranked.flat().slice(0, most);
}

function rankOf(text: string, phrase: string): number {
  const at = text.indexOf(phrase);
  if (at < 0) return 3;
  if (at === 0) return 0;
  return /[\s(,.-]/.test(text.charAt(at - 1)) ? 1 : 2;
}

function findable(one: Omit<Findable, "text">): Findable {
  return { ...one, text: `${fold(one.name)}\n${fold(one.id)}` };
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
