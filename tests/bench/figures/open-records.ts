import type { Growth, Results } from "../figure.ts";
import { interleave } from "../interleave.ts";
import { medianOf } from "../samples.ts";
import { LINEAR } from "../target.ts";
import { benchKeys, ensureOpen, fillVault } from "../vault-filling.ts";
import { KEYS, type World } from "../world.ts";

const SIZES = [100, 1_000, 10_000];
const FEW_RUNS = 5;

/** Every record's listed part, by the vault's own code, against a bare WebCrypto loop in the same page. */
export async function openRecords(world: World): Promise<Results> {
  const { vault } = await world.ours();
  await ensureOpen(vault.page);
  await vault.prepareLoop();
  const { ours, floor, getAll } = await interleave(world.runs, {
    ours: () => vault.timeOpening(KEYS),
    floor: () => vault.timeLoop(),
    getAll: () => vault.time("timeGetAll"),
  });
  const steps = await vault.timeSteps();
  const name = `open ${KEYS.toLocaleString("en")} records`;
  const { growths } = await growth(world);
  return {
    figures: [
      {
        name,
        unit: "ms",
        ours,
        floor,
        floorIs: "bare loop of HKDF and AES-GCM, same sizes",
        note: `without drawing; steps of opening every row, which the index of keys saves: ${Object.entries(
          steps,
        )
          .map(([step, ms]) => `${step} ${ms.toFixed(0)}`)
          .join(", ")} ms`,
      },
      { name, unit: "ms", ours, floor: getAll, floorIs: "bare getAll of the same rows" },
    ],
    growths,
  };
}

/** A profile of its own, filled further and further. */
async function growth(world: World): Promise<{ growths: Growth[] }> {
  const { vault } = await world.extra((await world.rows()).port, 0);
  const opening: Growth = { name: "open all records", unit: "ms", medians: [], target: LINEAR };
  const loop: Growth = { name: "bare WebCrypto loop", unit: "ms", medians: [] };
  const saving: Growth = { name: "save one key more", unit: "ms", medians: [], target: LINEAR };
  let count = 0;
  for (const size of SIZES) {
    await vault.fill(benchKeys(size - count, Date.now()));
    await vault.prepareLoop();
    const { ours, floor } = await interleave(FEW_RUNS, {
      ours: () => vault.timeOpening(size),
      floor: () => vault.timeLoop(),
    });
    const saves = await fillVault(vault.page, benchKeys(FEW_RUNS, Date.now()));
    count = size + FEW_RUNS;
    opening.medians.push({ size, median: medianOf(ours) });
    loop.medians.push({ size, median: medianOf(floor) });
    saving.medians.push({ size, median: medianOf(saves) });
  }
  return { growths: [opening, loop, saving] };
}
