import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { parseContracts } from "../../../../lib/api/contracts";
import { parsePartners } from "../../../../lib/api/partners";
import { contractsNameOf, readContractsSnapshot } from "../../../../lib/tasks/contracts-snapshot";
import { putContractsSnapshot } from "../../../../lib/tasks/put-contracts-snapshot";
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

  it("of single objects are all kept, though they come at once and in two views", async () => {
    const place = await newPlace();
    const views = [place.open(), place.open()] as const;
    await views[0].create(PASSPHRASE);
    const names = ["members", "accounts", "usage", "partner", "regions", "account"];
    await Promise.all(
      names.map((name, at) =>
        putRecent(views[at % 2 ? 0 : 1], "key", name, { at: "now", value: at }),
      ),
    );
    const kept = names.map((name) => readRecent<number>(views[0], "key", name));
    expect((await Promise.all(kept)).map((one) => one?.value ?? null)).toEqual([0, 1, 2, 3, 4, 5]);
  }, 30_000);

  it("leave nothing behind when they become smaller, in neither copy", async () => {
    const place = await newPlace();
    const vault = place.open();
    await vault.create(PASSPHRASE);
    const mirrored = () => place.second.mirror.entries.size;
    await putPacked(vault, "list", ["small"]);
    const small = await place.db.count("rows");
    const large = Array.from({ length: 100_000 }, () => crypto.randomUUID());
    await putPacked(vault, "list", large);
    expect(await vault.document("snapshot", "list#2")).not.toBeNull();
    await vi.waitFor(() => expect(mirrored()).toBeGreaterThan(150), 10_000);

    await putPacked(vault, "list", ["small"]);

    expect(await readPacked(vault, "list")).toEqual(["small"]);
    for (const left of ["list#1", "list#2"])
      expect(await vault.document("snapshot", left)).toBeNull();
    expect(await place.db.count("rows")).toBe(small);
    await vi.waitFor(() => expect(mirrored()).toBeLessThanOrEqual(small), 10_000);
    expect(await vault.damagedRows()).toEqual([]);
  }, 60_000);

  it("of contracts leave nothing behind when they fit one document again", async () => {
    const place = await newPlace();
    const vault = place.open();
    await vault.create(PASSPHRASE);
    const listed = (count: number) =>
      parseContracts(
        Array.from({ length: count }, (_, at) => ({
          id: `c-${at}`,
          details: Array.from({ length: 30 }, () => crypto.randomUUID()).join(" "),
        })),
      );
    await putContractsSnapshot(vault, "key", listed(2_000), 0);
    const name = contractsNameOf("key");
    expect(await vault.document("snapshot", `${name}#1`)).not.toBeNull();

    await putContractsSnapshot(vault, "key", listed(2), 0);

    expect(await vault.document("snapshot", `${name}#1`)).toBeNull();
    expect((await readContractsSnapshot(vault, "key"))?.contracts).toHaveLength(2);
  }, 60_000);
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
