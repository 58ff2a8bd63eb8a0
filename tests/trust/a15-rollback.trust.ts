import { expect, it } from "vitest";
import { type Disk, factsOf, imageOf, newPlace, PASSPHRASE, placeFrom } from "../unit/vault/place";
import { NODE, progress, randomFrom, record, SEED, scaled } from "./figure";

const EACH = scaled(50);
const KINDS = ["first", "second", "both"] as const;

it("notices every older copy put back", async () => {
  const random = randomFrom(SEED);
  const place = await newPlace();
  const vault = place.open();
  await vault.create(PASSPHRASE);
  const past: Disk[] = [];
  for (let change = 0; change < 20; change++) {
    past.push(await imageOf(place));
    await vault.addKey(`secret ${change}`, factsOf(`key ${change}`));
  }
  await vault.lock();
  const now = await imageOf(place);
  let noticed = 0;
  let lost = 0;
  const told = progress("A15", KINDS.length * EACH);
  for (const [at, kind] of KINDS.entries())
    for (let run = 1; run <= EACH; run++) {
      // One behind is what a crash between the two writes leaves; from two on it is a rollback.
      const old = past[random(past.length - 1)] as Disk;
      const disk = { ...now, memory: [], session: [] };
      if (kind !== "second") Object.assign(disk, { rows: old.rows, inbox: old.inbox });
      if (kind !== "first") Object.assign(disk, { mirror: old.mirror });
      const attacked = (await placeFrom(disk)).open();
      await attacked.unlock(PASSPHRASE);
      const kinds = (await attacked.findings()).map((finding) => finding.kind);
      const isNoticed =
        kind === "both"
          ? (await attacked.state()) === "older"
          : kinds.includes(kind === "first" ? "first-older" : "second-older");
      if (isNoticed) noticed += 1;
      if (kind !== "both" && (await attacked.keys()).length !== 20) lost += 1;
      told(at * EACH + run);
    }
  const total = KINDS.length * EACH;
  record({
    id: "A15",
    figure: `${noticed} of ${total} noticed (first copy, second copy, both with the anchor left: ${EACH} each); ${lost} times a key was missing although one copy had it`,
    holds: noticed === total && lost === 0,
    open: "",
    place: NODE,
  });
  expect([noticed, lost]).toEqual([total, 0]);
});
