import { partnerOnWire } from "../../icmc/api/partners.ts";
import { type Partner, TERABYTE } from "../../icmc/state.ts";
import { ask } from "../ask-background.ts";
import type { Growth, Results } from "../figure.ts";
import { openPartners, type PartnersView } from "../partners-view.ts";
import { medianOf } from "../samples.ts";
import { LINEAR } from "../target.ts";
import { ensureOpen } from "../vault-filling.ts";
import type { World } from "../world.ts";

const SIZES = [100, 1_000, 10_000];
const FEW_RUNS = 3;
const SEARCHES = 5;
/** Longer than a page from the snapshot is looked at; the process stays until the last of these has passed. */
const SILENT_MS = 12_000;

/** One contract with more and more partners: its page in the workspace, and its snapshot in the vault. */
export async function partners(world: World): Promise<Results> {
  const { port, state, control } = await world.icmc();
  const [template] = state.contracts;
  if (!template) throw new Error("the local ICMC has no contract");
  const stage = await world.extra(port, 0);
  const { page } = stage.vault;
  const { token } = control.issue({ description: "bench", validUntilMs: null });
  const key = { token, description: "bench", end: { kind: "unknown" } } as const;
  const { id: keyId } = await ask(page, "addKey", key);
  await ask(page, "useKey", keyId);

  const growth = (name: string): Growth => ({ name, unit: "ms", medians: [], target: LINEAR });
  const growths = {
    asked: growth("partners asked for → first row usable"),
    kept: growth("partners of the snapshot → first row usable"),
    filtered: growth("a name typed → the list of partners answers"),
    searched: growth("a name typed → the search above answers"),
    written: growth("snapshot of partners written"),
    read: growth("snapshot of partners read"),
  };
  /** A contract that no snapshot is kept of yet. */
  const anew = async (size: number): Promise<string> => {
    const id = crypto.randomUUID();
    state.contracts = [{ ...template, id }];
    state.partners = manyPartners(size, id);
    state.accounts = [];
    state.members = [];
    await ask(page, "refreshContracts");
    return id;
  };
  // The first visit meets scripts that the browser has not compiled yet.
  await (await openPartners(stage, await anew(SIZES[0] ?? 1))).close();
  for (const size of SIZES) {
    await ensureOpen(page);
    const add = (to: Growth, samples: number[], refused: string | null = null) => {
      if (refused !== null) to.refused = [...(to.refused ?? []), { size, words: refused }];
      if (samples.length > 0) to.medians.push({ size, median: medianOf(samples) });
    };

    const asked: number[] = [];
    let refused: string | null = null;
    while (refused === null && asked.length < FEW_RUNS) {
      const view = await openPartners(stage, await anew(size));
      if (view.refused === null) asked.push(view.rowsMs);
      refused = view.refused;
      await view.close();
    }
    const wire = state.partners.map(partnerOnWire);
    const answerBytes = Buffer.byteLength(JSON.stringify(wire));
    add(growths.asked, asked, refused && `“${refused}” (${(answerBytes / 1e6).toFixed(1)} MB)`);

    const id = await anew(size);
    const written: number[] = [];
    const read: number[] = [];
    let tooLarge: string | null = null;
    while (tooLarge === null && written.length < FEW_RUNS) {
      try {
        const times = await stage.vault.timePartnersSnapshot(keyId, id, wire);
        written.push(times.writtenMs);
        read.push(times.readMs);
      } catch (error) {
        tooLarge = error instanceof Error ? error.message : String(error);
      }
    }
    add(growths.written, written, tooLarge);
    add(growths.read, read, tooLarge);
    if (tooLarge !== null) continue;

    control.fault(
      { kind: "slow", delayMs: SILENT_MS },
      { scope: "GET /contract/{contractID}/partners" },
    );
    const kept: number[] = [];
    let last: PartnersView | null = null;
    while (kept.length < FEW_RUNS) {
      await last?.close();
      last = await openPartners(stage, id);
      if (last.refused !== null) throw new Error(`the snapshot was not shown: ${last.refused}`);
      kept.push(last.rowsMs);
    }
    add(growths.kept, kept);
    if (last) {
      for (const [to, time] of [
        [growths.filtered, last.timeFilter],
        [growths.searched, last.timeSearch],
      ] as const) {
        // A search that answers nothing is told; the other figures are worth having all the same.
        await time(SEARCHES, size).then(
          (samples) => add(to, samples),
          (error: Error) => add(to, [], error.message),
        );
      }
      await last.close();
    }
    control.clearFaults();
  }
  return { figures: [], growths: Object.values(growths) };
}

function manyPartners(count: number, contractId: string): Partner[] {
  return Array.from({ length: count }, (_, at) => ({
    id: crypto.randomUUID(),
    contractId,
    name: partnerName(at),
    details: "Managed backup",
    allocatedCapacity: ((at * 7) % 40) * TERABYTE,
    allowOverdraft: at % 3 === 0,
    createdAtMs: Date.now(),
  }));
}

/** Such as “Storage House 00042”; what is typed is its end. */
function partnerName(at: number): string {
  return `Storage House ${String(at + 1).padStart(5, "0")}`;
}
