import type { Results } from "../figure.ts";
import { interleave } from "../interleave.ts";
import { pause } from "../pause.ts";
import { timeUnlock } from "../unlock-run.ts";
import { ensureOpen } from "../vault-filling.ts";
import { KEYS, type World } from "../world.ts";

const QUIET_MS = 2_000;

/** From pressing *Unlock* to the list of 1,000 keys, against Argon2id and the bare decryption alone. */
export async function unlock(world: World): Promise<Results> {
  const stage = await world.ours();
  await stage.vault.prepareLoop();
  const loops: number[] = [];
  const { ours, floor } = await interleave(world.runs, {
    ours: () => timeUnlock(stage),
    floor: async () => {
      // A page behind others gets less of the processor than the worker that derives for us.
      await stage.vault.page.bringToFront();
      // What the worker looks after behind an unlock must not fall on the floor.
      await pause(QUIET_MS);
      const derivedMs = await stage.vault.time("timeDerivation");
      loops.push(await stage.vault.timeLoop());
      return { drawnMs: derivedMs, openMs: derivedMs };
    },
  });
  await ensureOpen(stage.vault.page);
  const many = KEYS.toLocaleString("en");
  return {
    figures: [
      {
        name: `unlock with ${many} keys: pressed → list drawn`,
        unit: "ms",
        ours: ours.map(({ drawnMs }) => drawnMs),
        floor: floor.map(({ drawnMs }) => drawnMs),
        floorIs: "Argon2id alone, same parameters, loading it included",
        target: { limit: "over floor", most: 50 },
      },
      {
        name: `list of ${many} keys: vault open → list drawn`,
        unit: "ms",
        ours: ours.map(({ drawnMs, openMs }) => drawnMs - openMs),
        // The first loop warmed up, as everything else did.
        floor: loops.slice(1),
        floorIs: "bare loop of HKDF and AES-GCM, same sizes",
        target: { limit: "ratio", most: 1.5 },
        note: "part of the figure above; open is when the background says so",
      },
    ],
    growths: [],
  };
}
