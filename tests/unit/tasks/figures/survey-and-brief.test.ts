import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listOwnStorageAccounts } from "../../../../lib/api/own-storage-accounts";
import { listOwnUsage } from "../../../../lib/api/usage";
import { briefOf } from "../../../../lib/tasks/figures/brief";
import { contractForecast } from "../../../../lib/tasks/figures/contract-forecast";
import { monthEndPack, notReadOf } from "../../../../lib/tasks/figures/month-end-pack";
import { perDayOf } from "../../../../lib/tasks/figures/month-figures";
import { zip } from "../../../../lib/tasks/figures/zip";
import { takeOwnSurvey } from "../../../../lib/tasks/reading/own-survey";
import { packPartners, packRange } from "../../../../lib/tasks/reading/pack-partners";
import { type Survey, takeSurvey } from "../../../../lib/tasks/reading/survey";
import { SURVEYED_DAYS } from "../../../../lib/tasks/reading/surveyed-accounts";
import { VaultLockedError } from "../../../../lib/vault/errors";
import { icmcWorld, NOW_MS } from "../icmc-world";

let world: Awaited<ReturnType<typeof icmcWorld>>;
let survey: Survey;
const never = () => new AbortController().signal;
const SLOW = "GET /partner/{partnerID}/members";
/** A client of a vault that is locked after so many calls. */
const lockedAfter = (calls: number, kind?: "distributor" | "partner") => {
  let left = calls;
  return world.client(kind, (token) => {
    if (left-- > 0) return token;
    throw new VaultLockedError();
  });
};
const take = () => takeSurvey(world.client(), NOW_MS, () => undefined, never());

beforeAll(async () => {
  world = await icmcWorld();
  survey = await take();
}, 30_000);
afterAll(() => world.close());

describe("a survey", () => {
  it("holds every partner with members, storage accounts and thirty days of usage", () => {
    const { partners, accounts, members } = world.icmc.state;
    const found = survey.partners.flatMap((one) => one.accounts ?? []);
    expect(survey.partners).toHaveLength(partners.length);
    expect(found).toHaveLength(accounts.length);
    expect(survey.partners.flatMap((one) => one.members ?? [])).toHaveLength(members.length);
    expect(found.every(({ used }) => used.length === SURVEYED_DAYS && used.at(-1) !== null)).toBe(
      true,
    );
    expect(survey.missing).toEqual([]);
  });

  it("names what could not be read, and keeps the rest", async () => {
    world.icmc.control.fault(
      { kind: "status", status: 500 },
      { scope: "GET /partner/{partnerID}/members", times: 1 },
    );
    const taken = await take();
    expect(taken.missing).toMatchObject([{ what: "members", failure: "ApiFaultError" }]);
    expect(taken.partners).toHaveLength(survey.partners.length);
  });

  it("stops when it is told to, and gives nothing that looks complete", async () => {
    const wanted = new AbortController();
    const taking = takeSurvey(world.client(), NOW_MS, () => wanted.abort(), wanted.signal);
    await expect(taking).rejects.toThrow();
  });

  it("ends at once when the vault is locked, whatever is under way", async () => {
    world.icmc.control.forgetRequests();
    world.icmc.control.fault({ kind: "slow", delayMs: 20_000 }, { scope: SLOW });
    const startedAtMs = performance.now();
    const taking = takeSurvey(lockedAfter(8), NOW_MS, () => undefined, never());
    await expect(taking).rejects.toMatchObject({ name: "VaultLockedError" });
    expect(performance.now() - startedAtMs).toBeLessThan(5_000);
    const asked = world.icmc.control.requests().length;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(world.icmc.control.requests()).toHaveLength(asked);
    world.icmc.control.clearFaults();
  });

  it("forecasts every contract that reserves something", () => {
    const [contract] = survey.contracts;
    if (!contract) throw new Error("no contract");
    const figures = contractForecast(survey, contract);
    expect(figures?.daysInMonth).toBe(30);
    expect(figures?.daysUntilFull.soonest).toBeGreaterThan(0);
  });
});

describe("a channel partner's survey", () => {
  const takeOwn = () => takeOwnSurvey(world.client("partner"), NOW_MS, never());

  it("holds its own storage accounts with thirty days of usage, for a brief of what changed", async () => {
    const taken = await takeOwn();
    const { items } = await listOwnStorageAccounts(world.client("partner"));
    expect(taken.own?.map(({ account }) => account.id)).toEqual(items.map(({ id }) => id));
    expect(taken.own?.every(({ used }) => used.at(-1) !== null)).toBe(true);

    const after = structuredClone(taken);
    const [falling, gone] = after.own ?? [];
    if (!falling || !gone) throw new Error("too small");
    falling.used[SURVEYED_DAYS - 1] = 0;
    after.own?.splice(1, 1);
    expect(briefOf(taken, after).changes.map(({ kind }) => kind)).toEqual(["gone", "fell-to-zero"]);
  });

  it("ends when the vault is locked, rather than lack what it could not read", async () => {
    for (const calls of [0, 1]) {
      const taking = takeOwnSurvey(lockedAfter(calls, "partner"), NOW_MS, never());
      await expect(taking).rejects.toMatchObject({ name: "VaultLockedError" });
    }
  });

  it("says that usage could not be read, and takes it for no change", async () => {
    const before = await takeOwn();
    const scope = "GET /storage-accounts/usage";
    world.icmc.control.fault({ kind: "status", status: 500 }, { scope, times: 1 });
    const taken = await takeOwn();
    expect(taken.missing).toMatchObject([{ what: "usage", failure: "ApiFaultError" }]);
    expect(briefOf(before, taken).changes).toEqual([]);
  });
});

describe("a brief", () => {
  const changed = () => structuredClone(survey);

  it("is empty when nothing changed", () => {
    expect(briefOf(survey, changed()).changes).toEqual([]);
  });

  it("tells allocations, new and gone members and accounts, jumps, and falls to zero", () => {
    const after = changed();
    const [first, second] = after.partners;
    if (!first?.accounts || !first.members || !second?.accounts) throw new Error("too small");
    first.partner.allocatedBytes = { value: 1 };
    first.members.pop();
    const [jumping, falling] = first.accounts;
    if (!jumping || !falling) throw new Error("too small");
    jumping.used[SURVEYED_DAYS - 1] = 9e15;
    falling.used[SURVEYED_DAYS - 1] = 0;
    second.accounts.push({
      account: { ...jumping.account, id: { value: "new" }, name: { value: "Neu" } },
      used: [],
    });
    expect(briefOf(survey, after).changes.map(({ kind }) => kind)).toEqual([
      "allocation",
      "gone",
      "jump",
      "fell-to-zero",
      "appeared",
    ]);
  });

  it("never takes what could not be read for gone", () => {
    const after = changed();
    const [first] = after.partners;
    if (!first) throw new Error("too small");
    first.members = null;
    first.accounts = null;
    expect(briefOf(survey, after).changes).toEqual([]);

    const contract = survey.contracts[0];
    const without = changed();
    without.partners = without.partners.filter(
      ({ contractId }) => contractId !== contract?.id.value,
    );
    without.missing = [
      { what: "partners", of: contract?.details.value ?? "", failure: "ApiFaultError" },
    ];
    expect(briefOf(survey, without).changes).toEqual([]);
  });
});

describe("a month-end pack", () => {
  const pack = async () => {
    const partners = await packPartners(
      world.client(),
      "2026-10",
      "2026-11-23",
      () => undefined,
      never(),
    );
    return monthEndPack("2026-10", { partners }, readFrom);
  };
  const readFrom = {
    locale: "de-DE",
    apiHost: "api.partner.impossiblecloud.com",
    readAt: "2026-11-23T12:00:00.000Z",
  };

  it("has a line for each partner and each storage account, and a manifest that fits them", async () => {
    const [partners, accounts, manifest] = await pack();
    const lines = (text = "") => text.trim().split("\r\n").length - 1;
    expect(lines(partners?.text)).toBe(world.icmc.state.partners.length);
    expect(lines(accounts?.text)).toBe(world.icmc.state.accounts.length);
    const told = JSON.parse(manifest?.text ?? "");
    const sum = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(partners?.text));
    expect(told.files[0].sha256).toBe(new Uint8Array(sum).toHex());
    expect(told.daysAskedFor).toEqual({ from: "2026-09-01", to: "2026-10-31" });
  });

  it("names partners whose usage could not be read, and leaves their cells empty", async () => {
    world.icmc.control.fault(
      { kind: "status", status: 500 },
      { scope: "GET /partner/{partnerID}/usage", times: 1 },
    );
    const [, , manifest] = await pack();
    expect(JSON.parse(manifest?.text ?? "").notRead).toHaveLength(1);
  });

  it("gives no sum that lacks what was not understood of an account", () => {
    const days = [{ day: "2026-10-01", usedBytes: { value: 5 }, allocatedBytes: { value: 9 } }];
    const usage = (notUnderstood: number) => ({
      storageAccountId: { value: "a" },
      name: { value: "Archive" },
      allocatedBytes: { value: 9 },
      days: { value: { items: days, notUnderstood } },
    });
    expect(notReadOf({ own: [usage(0)] })).toEqual([]);
    expect(notReadOf({ own: [usage(1)] })).toEqual(["Archive"]);
    expect([...perDayOf(usage(0)).values()]).toEqual([5n]);
    expect(perDayOf(usage(1)).size).toBe(0);
    const odd = { day: "2026-10-02", usedBytes: { missing: "not-understood" as const } };
    const items = [...days, { ...odd, allocatedBytes: { value: 9 } }];
    const half = { ...usage(0), days: { value: { items, notUnderstood: 0 } } };
    expect(notReadOf({ own: [half] })).toEqual(["Archive"]);
  });

  it("of a channel partner has its own storage accounts alone, and no prices", async () => {
    const range = packRange("2026-10", "2026-11-23");
    const { items: own } = await listOwnUsage(world.client("partner"), range);
    const [accounts, manifest, ...more] = await monthEndPack("2026-10", { own }, readFrom);
    expect(accounts?.name).toBe("storage-accounts-2026-10.csv");
    expect(accounts?.text.trim().split("\r\n")).toHaveLength(own.length + 1);
    expect(JSON.parse(manifest?.text ?? "")).toMatchObject({ excess: null, notRead: [] });
    expect(more).toEqual([]);
  });

  it("is the same ZIP for the same files", async () => {
    const files = [{ name: "a.txt", text: "Ä" }];
    const bytes = zip(files);
    expect(bytes).toEqual(zip(files));
    expect([...bytes.slice(0, 4)]).toEqual([0x50, 0x4b, 3, 4]);
    // CRC-32 of the two bytes of "Ä", as any other tool reckons it.
    const { crc32 } = await import("node:zlib");
    expect(new DataView(bytes.buffer).getUint32(14, true)).toBe(crc32("Ä"));
  });
});
