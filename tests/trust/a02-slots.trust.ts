import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it, vi } from "vitest";
import type { Row } from "../../lib/vault/format";
import { PARAMETER_SETS } from "../../lib/vault/parameter-sets";
import { factsOf, imageOf, newPlace, PASSPHRASE, placeFrom } from "../unit/vault/place";
import { NODE, progress, randomFrom, record, SEED, scaled } from "./figure";

const RUNS = scaled(60, 12);
const MOST_MIB = 96;
const asked: string[] = [];

vi.mock("hash-wasm", async (importOriginal) => {
  const original = await importOriginal<typeof import("hash-wasm")>();
  return {
    ...original,
    argon2id: (options: Parameters<typeof original.argon2id>[0]) => {
      asked.push(`${options.memorySize}/${options.iterations}/${options.parallelism}`);
      return original.argon2id(options);
    },
  };
});

it("derives nothing outside the list, whatever a slot says", async () => {
  const random = randomFrom(SEED);
  const place = await newPlace();
  await place.open().create(PASSPHRASE);
  await place.open().addKey("secret", factsOf("only"));
  const locked = { ...(await imageOf(place)), memory: [], mirror: [], anchor: [] };
  const listed = Object.values(PARAMETER_SETS).map(
    ({ memoryKiB, passes, lanes }) => `${memoryKiB}/${passes}/${lanes}`,
  );
  asked.length = 0;
  const wrong: string[] = [];
  let startMiB = 0;
  let grownMiB = 0;
  const watch = setInterval(() => {
    grownMiB = Math.max(grownMiB, Math.round(residentMiB() - startMiB));
  }, 5);
  const told = progress("A2", RUNS);
  for (let run = 1; run <= RUNS; run++) {
    const tampered = await placeFrom(locked);
    const [slot] = (await tampered.db.getAll("rows")).filter(({ kind }) => kind === "slot");
    if (!slot) throw new Error("no slot");
    await tampered.db.put("rows", meddled(slot, random));
    // What one attempt takes is measured, not what Node has not yet given back of those before it.
    collectGarbage();
    startMiB = residentMiB();
    const opened = await tampered
      .open()
      .unlock(PASSPHRASE)
      .catch((error: Error) => error.name);
    if (opened === true) wrong.push(`run ${run}: a tampered slot opened`);
    if (typeof opened === "string" && !/^(Damaged|Newer)/.test(opened)) wrong.push(opened);
    tampered.db.close();
    told(run);
  }
  clearInterval(watch);
  const foreign = asked.filter((one) => !listed.includes(one));
  const holds = wrong.length + foreign.length === 0 && grownMiB < MOST_MIB;
  record({
    id: "A2",
    figure: `${RUNS} tampered slots: ${asked.length} derivations, ${foreign.length} outside the list, ${wrong.length} opened; one attempt took ${grownMiB} MiB at most (limit ${MOST_MIB})`,
    holds,
    open: "",
    place: NODE,
  });
  expect([wrong, foreign]).toEqual([[], []]);
  expect(grownMiB).toBeLessThan(MOST_MIB);
});

function residentMiB(): number {
  return process.memoryUsage().rss / 2 ** 20;
}

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

/** Another clear text with the numbers, names or bytes of somebody who wants a cheap or a costly derivation. */
function meddled(slot: Row, random: (below: number) => number): Row {
  const clear = JSON.parse(slot.clear) as Record<string, unknown>;
  const kinds: (() => void)[] = [
    () => Object.assign(clear, { parameterSet: `argon2id-${1 + random(9)}g-${random(9)}-1` }),
    () => Object.assign(clear, { parameterSet: ["__proto__", "constructor", "", null][random(4)] }),
    () => Object.assign(clear, { memoryKiB: 2 ** random(30) }),
    () => Object.assign(clear, { salt: "A".repeat(4 * random(50)) }),
    () => Object.assign(clear, { commitment: new Uint8Array(32).fill(random(256)).toBase64() }),
    () => Object.assign(clear, { parameterSet: "argon2id-19m-2-1" }),
    () => Object.assign(clear, { schema: 2 + random(5) }),
    () => Object.assign(clear, { slotKind: ["recovery", "passkey", 1][random(3)] }),
    () => Object.assign(clear, { extra: "x".repeat(random(10_000)) }),
  ];
  kinds[random(kinds.length)]?.();
  return { ...slot, clear: JSON.stringify(clear) };
}
