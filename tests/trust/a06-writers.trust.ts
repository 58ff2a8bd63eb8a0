import { expect, it } from "vitest";
import {
  type AttackedPage,
  attackedPage,
  keyNumber,
  openAttacked,
  openAttackedFirefox,
  PASSPHRASE,
} from "./attacked-browser.ts";
import { progress, record, scaled } from "./figure.ts";

const WRITERS = 3;
const SAVES = scaled(100);
const ALL = WRITERS * SAVES;

it("loses nothing when three pages save at once", async () => {
  const told = progress("A6", 2);
  const one = await openAttacked();
  const place = await one.chromium.browser.version();
  const address = one.page.url();
  const inChromium = await saved(one, async () => {
    const page = await one.chromium.browser.newPage();
    await page.goto(address);
    return attackedPage(page);
  });
  await one.chromium.close();
  told(1);
  const other = await openAttackedFirefox();
  const inFirefox = await saved(other, async () =>
    attackedPage(await other.firefox.openPage("manifest.json")),
  );
  await other.firefox.close();
  told(2);
  const whole = { acknowledged: ALL, keys: ALL, damaged: 0, generation: ALL };
  const isWhole = [inChromium, inFirefox].every(
    (outcome) => JSON.stringify(outcome) === JSON.stringify(whole),
  );
  const words = (outcome: Outcome) =>
    `${outcome.acknowledged} acknowledged, ${outcome.keys} keys, ${outcome.damaged} rows damaged, generation ${outcome.generation}`;
  record({
    id: "A6",
    figure: `${WRITERS} pages × ${SAVES} saves at once: Chromium ${words(inChromium)}; Firefox ${words(inFirefox)}`,
    holds: isWhole,
    open: "",
    place: `${place}, ${other.place}`,
  });
  expect([inChromium, inFirefox]).toEqual([whole, whole]);
});

interface Outcome {
  acknowledged: number;
  keys: number;
  damaged: number;
  generation: number;
}

async function saved(first: AttackedPage, another: () => Promise<AttackedPage>): Promise<Outcome> {
  await first.createHere(PASSPHRASE);
  const writers = [first];
  while (writers.length < WRITERS) writers.push(await another());
  const counts = await Promise.all(
    writers.map((writer, at) =>
      writer.saveMany(Array.from({ length: SAVES }, (_, key) => keyNumber(at * SAVES + key))),
    ),
  );
  const seen = await first.look();
  return {
    acknowledged: counts.reduce((sum, count) => sum + count, 0),
    keys: new Set(seen.keys.map(({ token }) => token)).size,
    damaged: seen.damaged.length,
    generation: await first.generation(),
  };
}
