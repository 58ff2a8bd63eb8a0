import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseContracts } from "../../../../lib/api/contracts";
import { parsePartners } from "../../../../lib/api/partners";
import { eachLimited } from "../../../../lib/tasks/reading/each-limited";
import { putPacked, readPacked } from "../../../../lib/tasks/reading/packed-document";
import {
  findableContract,
  findablePartner,
  searchEstate,
} from "../../../../lib/tasks/reading/search-estate";
import { putRecent, readRecent } from "../../../../lib/tasks/reading/snapshots";
import type { Vault } from "../../../../lib/vault/vault";
import { newPlace, PASSPHRASE } from "../../vault/place";

describe("many calls", () => {
  it("are never more than the limit at once, and keep their order", async () => {
    let now = 0;
    let most = 0;
    const outcomes = await eachLimited(
      Array.from({ length: 40 }, (_, at) => at),
      async (at) => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 1));
        now--;
        return at * 2;
      },
      { limit: 6 },
    );
    expect(most).toBe(6);
    expect(outcomes[39]).toEqual({ value: 78 });
  });

  it("go on when one fails, and begin nothing more after a stop", async () => {
    const aborter = new AbortController();
    const outcomes = await eachLimited(
      [0, 1, 2, 3],
      async (at) => {
        if (at === 0) throw new Error("first");
        if (at === 2) aborter.abort();
        return at;
      },
      { limit: 1, signal: aborter.signal },
    );
    expect(outcomes.map((outcome) => outcome?.failure?.message ?? outcome?.value ?? null)).toEqual([
      "first",
      1,
      2,
      null,
    ]);
  });
});

describe("snapshots", () => {
  let vault: Vault;
  beforeAll(async () => {
    vault = (await newPlace()).open();
    await vault.create(PASSPHRASE);
  }, 30_000);
  afterAll(() => vault.lock());

  it("hold more than one document takes, and come back equal", async () => {
    // Random, so that packing does not make it small.
    const value = Array.from({ length: 60_000 }, () => crypto.randomUUID());
    await putPacked(vault, "large", value);
    expect(await readPacked(vault, "large")).toEqual(value);
  }, 30_000);

  it("that were half written are none, rather than a mixture", async () => {
    const value = Array.from({ length: 60_000 }, () => crypto.randomUUID());
    await putPacked(vault, "torn", value);
    await vault.putDocument("snapshot", "torn#1", { stamp: "another", text: "AAAA" });
    expect(await readPacked(vault, "torn")).toBeNull();
  }, 30_000);

  it("of single objects are kept for those looked at last", async () => {
    for (let at = 0; at < 70; at++)
      await putRecent(vault, "key", `n${at}`, { at: "now", value: at });
    expect(await readRecent(vault, "key", "n69")).toEqual({ at: "now", value: 69 });
    expect(await readRecent(vault, "key", "n0")).toBeNull();
    expect(await readRecent(vault, "another key", "n69")).toBeNull();
  }, 30_000);
});

describe("the search", () => {
  const { items: contracts } = parseContracts([{ id: "c-1", details: "Pool München" }]);
  const { items: partners } = parsePartners([
    { id: "p-1", name: "Alpenblick IT" },
    { id: "p-2", name: "Nordalp" },
    { id: "77aa-12", name: "Blick GmbH" },
  ]);
  const all = [
    ...contracts.flatMap(findableContract),
    ...partners.flatMap((partner) => findablePartner(partner, "c-1", "Pool")),
  ];
  const names = (query: string) => searchEstate(all, query, 10).map(({ name }) => name);

  it("puts what begins so first", () => {
    expect(names("alp")).toEqual(["Alpenblick IT", "Nordalp"]);
  });
  it("finds ids too, and words in any order", () => {
    expect(names("77aa")).toEqual(["Blick GmbH"]);
    expect(names("it alpen")).toEqual(["Alpenblick IT"]);
  });
  it("knows no difference between u and ü", () => {
    expect(names("munchen")).toEqual(["Pool München"]);
  });
  it("finds nothing for nothing", () => {
    expect(names("  ")).toEqual([]);
  });
});
