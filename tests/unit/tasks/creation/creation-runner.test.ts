import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Creation } from "../../../../lib/tasks/creation/creation";
import {
  type CreationRunner,
  type CreationWorld,
  createCreationRunner,
} from "../../../../lib/tasks/creation/creation-runner";
import type { KeyWish } from "../../../../lib/tasks/creation/key-wish";
import type { PageWork } from "../../../../lib/tasks/creation/page-work";

const WISH: KeyWish = {
  requestId: "11111111-1111-4111-8111-111111111111",
  description: "Billing export",
  expiresAt: "2027-03-04T10:07:00.000Z",
  replaces: null,
};
const NOW = Date.UTC(2026, 10, 23, 12);

/** A browser with one console: what is stored outlives the worker, what a worker remembers does not. */
class SmallWorld {
  stored: Creation | null = null;
  tabs = 0;
  readonly works: PageWork[] = [];
  nowMs = NOW;
  #generation = 0;

  /** The worker before this one is dead: whatever it still tries does not happen. */
  wake(): CreationRunner {
    const mine = ++this.#generation;
    const alive = <T>(act: () => T): Promise<T> =>
      mine === this.#generation ? Promise.resolve(act()) : new Promise(() => {});
    const world: CreationWorld = {
      read: () => alive(() => structuredClone(this.stored)),
      write: (creation) =>
        alive(() => {
          this.stored = structuredClone(creation);
        }),
      findTab: () => alive(() => (this.tabs ||= 1)),
      showTab: () => alive(() => undefined),
      work: (_tabId, work) => alive(() => void this.works.push(work)),
      stopWork: () => alive(() => undefined),
      reload: () => alive(() => undefined),
      test: () => alive(() => "works" as const),
      findCaptured: () => alive(() => "none" as const),
      keepLimits: () => alive(() => undefined),
      keepAwake: () => undefined,
      ended: () => alive(() => undefined),
      nowMs: () => this.nowMs,
    };
    return createCreationRunner(world);
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const hands = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
const ready = (handsId: string) => ({ taskId: WISH.requestId, handsId, kind: "ready", similar: 0 });

describe("the runner", () => {
  it("makes one creation of a double click, and of two windows", async () => {
    const world = new SmallWorld();
    const runner = world.wake();
    const other = { ...WISH, requestId: "22222222-2222-4222-8222-222222222222" };
    const answers = await Promise.all([
      runner.start(WISH),
      runner.start(WISH),
      runner.start(other),
    ]);
    await settled();
    expect(answers).toEqual([true, true, false]);
    expect(new Set(world.works.map(({ taskId }) => taskId))).toEqual(new Set([WISH.requestId]));
  });

  it("tells one loading of the page to submit, and says it again to the same one only", async () => {
    const world = new SmallWorld();
    const runner = world.wake();
    await runner.start(WISH);
    await settled();
    expect(await runner.report(ready(hands("a")))).toBe("submit");
    expect(await world.wake().report(ready(hands("a")))).toBe("submit");
    expect(await world.wake().report(ready(hands("b")))).toBe("stop");
  });

  it.each([
    ["no object", "ready"],
    ["an unknown kind", { ...ready(hands("a")), kind: "delete" }],
    ["another task", { ...ready(hands("a")), taskId: hands("c") }],
    ["a count that is none", { ...ready(hands("a")), similar: "many" }],
    ["no id of the page", { ...ready(hands("a")), handsId: 5 }],
  ])("stops hands that report %s", async (_, sent) => {
    const world = new SmallWorld();
    const runner = world.wake();
    await runner.start(WISH);
    await settled();
    expect(await runner.report(sent)).toBe("stop");
  });

  it("never lets two loadings of the page submit, however workers die", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("kill", "time", "a ready", "b ready", "a pressed", "b on-page"), {
          maxLength: 25,
        }),
        async (events) => {
          const world = new SmallWorld();
          let runner = world.wake();
          await runner.start(WISH);
          const told = new Set<string>();
          for (const event of events) {
            if (event === "kill") runner = world.wake();
            else if (event === "time") void runner.tell({ kind: "time" });
            else {
              const [digit = "", kind = ""] = event.split(" ");
              const handsId = hands(digit);
              const order = await runner.report({ ...ready(handsId), kind });
              if (order === "submit") told.add(handsId);
            }
          }
          expect(told.size).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
