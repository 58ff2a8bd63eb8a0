import { beforeAll, expect, it } from "vitest";
import { MUTATIONS, mutateAndLook, prepareMutations } from "../unit/vault/mutations";
import { NODE, progress, randomFrom, record, SEED, scaled } from "./figure";

const RUNS = scaled(10_000);

beforeAll(prepareMutations);

it("accepts none of 10,000 altered vaults", async () => {
  const random = randomFrom(SEED);
  const told = progress("A1", RUNS);
  const names = Object.keys(MUTATIONS);
  const failures: string[] = [];
  for (let run = 1; run <= RUNS; run++) {
    const name = names[run % names.length] ?? "";
    const numbers = Array.from({ length: 8 }, () => random(2 ** 31));
    await mutateAndLook(name, numbers).catch((error: Error) =>
      failures.push(`${name} ${numbers.join(" ")}: ${error.message}`),
    );
    told(run);
  }
  record({
    id: "A1",
    figure: `${RUNS.toLocaleString("en")} altered vaults of ${names.length} kinds: ${failures.length} accepted or answered with an untyped error`,
    holds: failures.length === 0,
    open: "in Node only, not 200 in each browser",
    place: NODE,
  });
  expect(failures).toEqual([]);
});
