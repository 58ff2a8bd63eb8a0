import type { Page } from "puppeteer-core";
import { beforeAll, expect, it } from "vitest";
import { MUTATIONS, mutateAndLook, prepareMutations } from "../unit/vault/mutations.ts";
import { openAttacked, openAttackedFirefox } from "./attacked-browser.ts";
import { NODE, progress, randomFrom, record, SEED, scaled } from "./figure.ts";
import type * as MutateScript from "./in-page/mutate.ts";
import { putIntoPage } from "./page-script.ts";

const RUNS = scaled(10_000);
const IN_BROWSER = scaled(200);
const AT_ONCE = 20;
const KINDS = Object.keys(MUTATIONS).length;

beforeAll(prepareMutations);

it("accepts none of the altered vaults, in Node and in both browsers", async () => {
  const told = progress("A1", RUNS + 2 * IN_BROWSER);
  const failures = await inNode(told);
  const chromium = await openAttacked();
  failures.push(...(await inBrowser(chromium.page, (done) => told(RUNS + done))));
  const version = await chromium.chromium.browser.version();
  await chromium.chromium.close();
  const { firefox, page, place } = await openAttackedFirefox();
  failures.push(...(await inBrowser(page, (done) => told(RUNS + IN_BROWSER + done))));
  await firefox.close();
  record({
    id: "A1",
    figure: `${RUNS.toLocaleString("en")} altered vaults of ${KINDS} kinds in Node and ${IN_BROWSER} in each browser, with its own database: ${failures.length} accepted, unnoticed or answered with an untyped error`,
    holds: failures.length === 0,
    open: "",
    place: `${NODE}, ${version}, ${place}`,
  });
  expect(failures).toEqual([]);
});

async function inNode(told: (done: number) => void): Promise<string[]> {
  const random = randomFrom(SEED);
  const names = Object.keys(MUTATIONS);
  const failures: string[] = [];
  for (let run = 1; run <= RUNS; run++) {
    const name = names[run % names.length] ?? "";
    const numbers = numbersFrom(random);
    await mutateAndLook(name, numbers).catch((error: Error) =>
      failures.push(`${name} ${numbers.join(" ")}: ${error.message}`),
    );
    told(run);
  }
  return failures;
}

async function inBrowser(page: Page, told: (done: number) => void): Promise<string[]> {
  const random = randomFrom(SEED + 1);
  const script = await putIntoPage<typeof MutateScript>(page, "mutate");
  await script.prepare();
  const failures: string[] = [];
  for (let done = 0; done < IN_BROWSER; done += AT_ONCE) {
    const count = Math.min(AT_ONCE, IN_BROWSER - done);
    const numbers = Array.from({ length: count }, () => numbersFrom(random));
    failures.push(...(await script.mutate(done, numbers)));
    told(done + count);
  }
  return failures;
}

function numbersFrom(random: (below: number) => number): number[] {
  return Array.from({ length: 8 }, () => random(2 ** 31));
}
