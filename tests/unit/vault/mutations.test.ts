import fc from "fast-check";
import { beforeAll, it } from "vitest";
import { MUTATIONS, mutateAndLook, prepareMutations } from "./mutations";

const RUNS = 400;

beforeAll(prepareMutations);

it.each(Object.keys(MUTATIONS))(
  "accepts nothing after %s, and still opens what was not touched",
  async (name) => {
    const choices = fc.array(fc.nat(), { minLength: 8, maxLength: 8 });
    const runs = Math.ceil(RUNS / Object.keys(MUTATIONS).length);

    await fc.assert(
      fc.asyncProperty(choices, (numbers) => mutateAndLook(name, numbers)),
      { numRuns: runs, seed: 20270301 },
    );
  },
);
