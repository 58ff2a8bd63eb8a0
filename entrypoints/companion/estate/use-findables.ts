import { useEffect, useMemo, useState } from "preact/hooks";
import type { Listed } from "../../../lib/api/answer";
import { isPayPerUse } from "../../../lib/api/capacity";
import type { Contract } from "../../../lib/api/contracts";
import type { Partner } from "../../../lib/api/partners";
import type { StorageAccount } from "../../../lib/api/storage-account";
import { ownVault } from "../../../lib/browser/vault/own-vault";
import { eachLimited } from "../../../lib/tasks/reading/each-limited";
import {
  type Findable,
  findableAccount,
  findableContract,
  findablePartner,
} from "../../../lib/tasks/reading/search-estate";
import { readSnapshot, type Snapshot } from "../../../lib/tasks/reading/snapshots";
import { accountsOf } from "../../../lib/tasks/reading/storage-place";
import type { Survey } from "../../../lib/tasks/reading/survey";
import { type Answered, readSlot, rememberedOf, type Slot } from "./slot-reading";
import { accountsSlot, partnersSlot, viewClient } from "./slots";

/** A list read so recently is not read again for a search. */
const FRESH_MS = 10 * 60_000;
/** Up to here storage accounts are read for the search itself; beyond, the survey's are searched. */
const MOST_READ = 60;
/** Up to here the partners of contracts are; of more contracts those of the survey are searched. */
const MOST_CONTRACTS = 200;

/** Partners of each contract, by its id, and how many of them pay per use. */
export type PartnerCounts = ReadonlyMap<string, { all: number; payPerUse: number }>;

/** Everything that can be found with this key: kept answers first, fresher ones as they come. */
export function useFindables(
  keyId: string | null,
  side: "distributor" | "partner" | null,
  contracts: readonly Contract[],
): { findables: Findable[]; partnerCounts: PartnerCounts } {
  const [found, setFound] = useState<Findable[]>([]);
  const [partnerCounts, setPartnerCounts] = useState<PartnerCounts>(new Map());
  const contractIds = contracts.map(({ id }) => id.value ?? "").join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same contracts are the same search.
  useEffect(() => {
    if (keyId === null) return;
    const aborter = new AbortController();
    const show = (findables: Findable[], counts?: PartnerCounts) => {
      if (aborter.signal.aborted) return;
      setFound(findables);
      if (counts) setPartnerCounts(counts);
    };
    const gathering =
      side === "partner"
        ? gatherOwn(keyId, show, aborter.signal)
        : gather(keyId, contracts, show, aborter.signal);
    // What fails here fails where it is looked at too, and is told there; the search just finds less.
    gathering.catch(() => null);
    return () => aborter.abort();
  }, [keyId, side, contractIds]);
  const own = useMemo(() => contracts.flatMap(findableContract), [contracts]);
  const findables = useMemo(() => [...own, ...found], [own, found]);
  return { findables, partnerCounts };
}

async function gatherOwn(
  keyId: string,
  show: (found: Findable[]) => void,
  signal: AbortSignal,
): Promise<void> {
  const slot = accountsSlot(keyId, null);
  const stored = rememberedOf(slot) ?? (await slot.stored());
  const take = ({ value }: Snapshot<Listed<StorageAccount>>) =>
    show(value.items.flatMap((account) => findableAccount(account, null)));
  if (stored) take(stored);
  if (isFresh(stored)) return;
  const { snapshot } = await readFresh(slot, signal);
  take(snapshot);
}

async function gather(
  keyId: string,
  contracts: readonly Contract[],
  show: (found: Findable[], counts: PartnerCounts) => void,
  signal: AbortSignal,
): Promise<void> {
  const vault = await ownVault();
  const isMany = contracts.length > MOST_CONTRACTS;
  const [survey, lists] = await Promise.all([
    readSnapshot<Survey>(vault, keyId, "survey"),
    Promise.all(
      (isMany ? [] : contracts).map(async (contract) => {
        const contractId = contract.id.value ?? "";
        const slot = partnersSlot(keyId, contractId);
        const stored = rememberedOf(slot) ?? (await slot.stored());
        return { contractId, contract, slot, stored };
      }),
    ),
  ]);
  const partners = new Map<string, Findable[]>();
  const counts = new Map<string, { all: number; payPerUse: number }>();
  const pairs = new Map<string, { contractId: string; partner: Partner }>();
  const take = (contractId: string, contract: Contract, items: Partner[]) => {
    const place = contract.details.value ?? contractId;
    partners.set(
      contractId,
      items.flatMap((partner) => findablePartner(partner, contractId, place)),
    );
    const payPerUse = items.filter(isPayPerUse).length;
    counts.set(contractId, { all: items.length, payPerUse });
    for (const partner of items) {
      if (partner.id.value !== undefined) pairs.set(partner.id.value, { contractId, partner });
    }
  };
  let accounts = surveyed(survey);
  const tell = () => show([...[...partners.values()].flat(), ...accounts], new Map(counts));

  for (const { contractId, contract, stored } of lists) {
    if (stored) take(contractId, contract, stored.value.items);
  }
  if (isMany) {
    const found = Map.groupBy(survey?.value.partners ?? [], ({ contractId }) => contractId);
    for (const contract of contracts) {
      const contractId = contract.id.value ?? "";
      const held = found.get(contractId)?.map(({ partner }) => partner);
      if (held) take(contractId, contract, held);
    }
  }
  tell();
  await eachLimited(
    lists.filter(({ stored, contractId }) => contractId !== "" && !isFresh(stored)),
    async ({ contractId, contract, slot }) => {
      const { snapshot, kept } = await readFresh(slot, signal);
      take(contractId, contract, snapshot.value.items);
      tell();
      await kept;
    },
    { signal },
  );
  if (isFresh(survey) || pairs.size > MOST_READ || signal.aborted) return;
  const client = await viewClient(keyId);
  const read = await eachLimited(
    [...pairs.values()],
    async ({ contractId, partner }) => {
      const partnerId = partner.id.value ?? "";
      const { items } = await accountsOf(client, partnerId, signal);
      const place = { contractId, partnerId, name: partner.name.value ?? partnerId };
      return items.flatMap((account) => findableAccount(account, place));
    },
    { signal },
  );
  accounts = read.flatMap((outcome) => outcome?.value ?? []);
  tell();
}

function surveyed(survey: Snapshot<Survey> | null): Findable[] {
  return (survey?.value.partners ?? []).flatMap(({ contractId, partner, accounts }) => {
    const partnerId = partner.id.value ?? "";
    const place = { contractId, partnerId, name: partner.name.value ?? partnerId };
    return (accounts ?? []).flatMap(({ account }) => findableAccount(account, place));
  });
}

/** The page below the search may have read it by now, or be about to. */
async function readFresh<T>(slot: Slot<T>, signal: AbortSignal): Promise<Answered<T>> {
  const snapshot = rememberedOf(slot);
  if (snapshot && isFresh(snapshot)) return { snapshot, kept: Promise.resolve() };
  return readSlot(slot, signal);
}

function isFresh(snapshot: Snapshot<unknown> | null): boolean {
  return snapshot !== null && Date.now() - Date.parse(snapshot.at) < FRESH_MS;
}
