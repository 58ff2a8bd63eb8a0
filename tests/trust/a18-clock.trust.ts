import { expect, it } from "vitest";
import { factsOf, imageOf, newPlace, PASSPHRASE, placeFrom, START_MS } from "../unit/vault/place";
import { NODE, progress, randomFrom, record, SEED, scaled } from "./figure";

const RUNS = scaled(2_000);
const DAY_MS = 86_400_000;
const DUE_MS = 15 * 60_000;

it("locks in time whatever the clock does", async () => {
  const random = randomFrom(SEED);
  const place = await newPlace();
  const vault = place.open();
  await vault.create(PASSPHRASE);
  await vault.addKey("secret", factsOf("only"));
  const image = await imageOf(place);
  let late = 0;
  let early = 0;
  const told = progress("A18", RUNS);
  for (let run = 1; run <= RUNS; run++) {
    const jumped = await placeFrom(image);
    let highestMs = START_MS;
    let isDue = false;
    for (let step = 0; step < 4; step++) {
      const isFar = random(2) === 0;
      const jumpMs = isFar ? (random(801) - 400) * DAY_MS : (random(61) - 20) * 60_000;
      const nowMs = jumped.clock.nowMs + jumpMs;
      jumped.clock.nowMs = nowMs;
      isDue ||= nowMs < highestMs - 1000 || nowMs >= START_MS + DUE_MS;
      highestMs = Math.max(highestMs, nowMs);
      const isOpen = (await jumped.open().state()) === "open";
      if (isOpen && isDue) late += 1;
      if (!isOpen && !isDue) early += 1;
    }
    jumped.db.close();
    told(run);
  }
  record({
    id: "A18",
    figure: `${RUNS.toLocaleString("en")} walks of the clock within ± 400 days, backwards too: ${late} late locks, ${early} early ones`,
    holds: late === 0 && early === 0,
    open: "",
    place: NODE,
  });
  expect([late, early]).toEqual([0, 0]);
});
