import { beforeEach, describe, expect, it } from "vitest";
import {
  forgetReadings,
  readSlot,
  rememberedOf,
  type Slot,
} from "../../../../../entrypoints/companion/estate/slot-reading";

beforeEach(forgetReadings);

/** A list whose answers come when the test says so. */
function slowSlot(name: string) {
  const asked: { signal: AbortSignal; answer: (value: string) => void; fail: () => void }[] = [];
  const kept: string[] = [];
  const slot: Slot<string> = {
    name,
    stored: async () => null,
    read: (signal) =>
      new Promise((resolve, reject) => {
        const fail = () => reject(new Error("no answer"));
        signal.addEventListener("abort", fail);
        asked.push({ signal, answer: resolve, fail });
      }),
    keep: async ({ value }) => void kept.push(value),
  };
  return { slot, asked, kept };
}

const nobody = new AbortController().signal;
const turn = () => new Promise((resolve) => setTimeout(resolve));

describe("a list that two parts of a view want at the same time", () => {
  it("is asked for and kept once, and both get it", async () => {
    const { slot, asked, kept } = slowSlot("partners");
    const page = readSlot(slot, nobody);
    const search = readSlot(slot, nobody);
    await turn();
    asked[0]?.answer("Acme");

    expect((await page).snapshot.value).toBe("Acme");
    expect((await search).snapshot.value).toBe("Acme");
    expect(asked).toHaveLength(1);
    expect(kept).toEqual(["Acme"]);
    expect(rememberedOf(slot)?.value).toBe("Acme");
  });

  it("goes on while one of them still wants it", async () => {
    const { slot, asked } = slowSlot("partners");
    const [page, search] = [new AbortController(), new AbortController()];
    const left = readSlot(slot, page.signal);
    const staying = readSlot(slot, search.signal);
    await turn();
    page.abort();
    expect(asked[0]?.signal.aborted).toBe(false);
    asked[0]?.answer("Acme");
    expect((await staying).snapshot.value).toBe("Acme");
    await left;
  });

  it("is given up when the last of them leaves, and asked for anew by who comes then", async () => {
    const { slot, asked, kept } = slowSlot("partners");
    const page = new AbortController();
    const left = readSlot(slot, page.signal);
    await turn();
    page.abort();
    expect(asked[0]?.signal.aborted).toBe(true);
    const next = readSlot(slot, nobody);
    await expect(left).rejects.toThrow("no answer");
    asked[1]?.answer("Acme");
    expect((await next).snapshot.value).toBe("Acme");
    expect(kept).toEqual(["Acme"]);
  });

  it("fails for both, and is asked for again afterwards", async () => {
    const { slot, asked } = slowSlot("partners");
    const both = [readSlot(slot, nobody), readSlot(slot, nobody)];
    await turn();
    asked[0]?.fail();
    for (const one of both) await expect(one).rejects.toThrow("no answer");
    void readSlot(slot, nobody);
    await turn();
    expect(asked).toHaveLength(2);
  });
});

describe("an answer that is under way when something is changed", () => {
  it("is not taken for the newer one, and does not take its place", async () => {
    const { slot, asked, kept } = slowSlot("partners");
    const before = readSlot(slot, nobody);
    const after = readSlot(slot, nobody, true);
    await turn();
    asked[1]?.answer("with the new partner");
    await after;
    asked[0]?.answer("without it");

    expect((await before).snapshot.value).toBe("without it");
    expect((await after).snapshot.value).toBe("with the new partner");
    expect(kept).toEqual(["with the new partner"]);
    expect(rememberedOf(slot)?.value).toBe("with the new partner");
  });
});

it("is neither remembered nor kept when it comes after the vault was locked", async () => {
  const { slot, asked, kept } = slowSlot("partners");
  const reading = readSlot(slot, nobody);
  await turn();
  forgetReadings();
  asked[0]?.answer("Acme");
  await reading;
  expect(rememberedOf(slot)).toBeNull();
  expect(kept).toEqual([]);
});
