import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RowFacts } from "../../../../lib/keys/row-facts";
import { advance } from "../../../../lib/tasks/creation/advance";
import {
  type Creation,
  type CreationEvent,
  type CreationTest,
  endsOtherwise,
  isSubmitted,
  startCreation,
} from "../../../../lib/tasks/creation/creation";
import type { KeyWish } from "../../../../lib/tasks/creation/key-wish";
import type { HandsReport } from "../../../../lib/tasks/creation/page-work";

const NOW = Date.UTC(2026, 10, 23, 12);
const WISH: KeyWish = {
  requestId: "11111111-1111-4111-8111-111111111111",
  description: "Billing export",
  expiresAt: "2027-03-04T10:07:00.000Z",
  replaces: null,
};
const [A, B] = ["hands-a", "hands-b"];
const TAB = 7;

type What<Kind> = Omit<Extract<HandsReport, { kind: Kind }>, "taskId" | "handsId" | "kind">;

function says<Kind extends HandsReport["kind"]>(
  kind: Kind,
  handsId = A,
  rest: What<Kind> = {} as What<Kind>,
): CreationEvent {
  const report = { taskId: WISH.requestId, handsId, kind, ...rest } as HandsReport;
  return { kind: "report", report };
}

function passing(...events: CreationEvent[]): Creation {
  return events.reduce(
    (creation, event) => advance(creation, event, NOW).creation,
    startCreation(WISH, NOW),
  );
}

const found: CreationEvent = { kind: "tab", tabId: TAB };
const ready = says("ready", A, { similar: 0 });
const row = (description = WISH.description) => ({
  description,
  expiry: [{ from: "2027-03-04T10:07:00.000Z", to: "2027-03-04T10:07:59.999Z" }],
  created: [],
});
/** A list as a page shows it that was loaded now, unless told. */
const list = (rows: RowFacts[], isWhole: boolean, loadedAtMs = NOW) => ({
  rows,
  isWhole,
  loadedAtMs,
});
/** Whatever the console was asked for has long been done. */
const LATER = NOW + 20_000;
const captured: CreationEvent = {
  kind: "captured",
  captureId: "c",
  isSaved: true,
  keyEnd: { kind: "at", at: WISH.expiresAt, from: "token" },
};

describe("a creation", () => {
  it("passes from the console's tab to a tested key", () => {
    const done = passing(found, says("on-page"), ready, says("pressed"), captured, {
      kind: "tested",
      outcome: "works",
    });
    expect(done.outcome).toEqual({ kind: "saved", test: "works" });
    expect(done.steps.map(({ step }) => step)).toEqual([
      "console",
      "signed in",
      "filled",
      "asked",
      "created",
      "captured",
      "saved",
      "tested",
    ]);
  });

  const testedWith = (outcome: CreationTest) =>
    passing(found, ready, says("pressed"), captured, { kind: "tested", outcome });
  const isTestMade = ({ steps }: Creation) => steps.some(({ step }) => step === "tested");

  it.each(["works", "refused", "not-understood"] as const)(
    "is saved with a test that was made, whose answer was: %s",
    (outcome) => {
      expect(testedWith(outcome).outcome).toEqual({ kind: "saved", test: outcome });
      expect(isTestMade(testedWith(outcome))).toBe(true);
    },
  );

  it.each(["not-tested", "not-permitted"] as const)(
    "is saved without a test where none could be made: %s",
    (outcome) => {
      expect(testedWith(outcome).outcome).toEqual({ kind: "saved", test: outcome });
      expect(isTestMade(testedWith(outcome))).toBe(false);
    },
  );

  it("brings the tab to the front where somebody has to sign in, and goes on afterwards", () => {
    const waiting = advance(passing(found), says("signed-out"), NOW);
    expect(waiting.effects).toContainEqual({ kind: "show-tab", tabId: TAB });
    expect(passing(found, says("signed-out"), says("on-page")).phase).toBe("filling");
  });

  it("tells the console's words only after the list was read", () => {
    const said = passing(found, ready, says("pressed"), says("said", A, { words: "Not allowed" }));
    expect(said).toMatchObject({ phase: "looking", outcome: null });
    const read = advance(said, says("rows", B, list([], true)), NOW).creation;
    expect(read.outcome).toEqual({ kind: "refused", words: "Not allowed" });
  });

  it("ends before anything is sent where the form takes another expiry only", () => {
    const none = { longest: null, earliest: null, latest: null, said: null };
    const limits = { ...none, latest: "2027-03-04T10:06:00.000Z" };
    const asked = passing(found, says("on-page"), says("form", A, { limits }));
    expect(asked.outcome).toEqual({
      kind: "beyond",
      limit: { kind: "latest", at: limits.latest },
    });
    expect(isSubmitted(asked)).toBe(false);
    expect(passing(found, says("form", A, { limits: none })).outcome).toBeNull();
  });

  it("names a key that was created but never seen", () => {
    const lost = passing(
      found,
      ready,
      says("pressed"),
      says("said", A, { words: "No connection" }),
    );
    const read = advance(lost, says("rows", B, list([row()], true)), NOW).creation;
    expect(read.outcome).toEqual({ kind: "not-captured" });
  });

  it.each([
    ["cut short", { description: `${row().description.slice(0, 4)}…` }],
    ["with more beside it", { description: `${row().description} NEW` }],
    ["with another end", { expiry: "never" as const }],
  ])("does not say that there is no key where a row may be it: %s", (_how, changed) => {
    const asked = passing(found, says("ready"), says("pressed"));
    const rows = [{ ...row(), ...changed }];
    const read = advance(asked, says("rows", B, list(rows, true)), LATER).creation;
    expect(read.outcome).toEqual({ kind: "uncertain", words: null });
  });

  it("says so where the rows are of other keys, or older", () => {
    const asked = passing(found, says("ready"), says("pressed"));
    const old = { from: "2020-01-01T00:00:00Z", to: "2020-01-01T00:00:00Z" };
    const rows = [
      { ...row(), description: "Something else" },
      { ...row(), description: `${row().description} 2`, created: [old] },
    ];
    const read = advance(asked, says("rows", B, list(rows, true)), LATER).creation;
    expect(read.outcome).toEqual({ kind: "not-created" });
  });

  it("does not take a row for the new key that was there before", () => {
    const asked = passing(found, says("ready", A, { similar: 1 }), says("pressed"));
    const read = advance(asked, says("rows", B, list([row()], true)), LATER).creation;
    expect(read.outcome).toEqual({ kind: "not-created" });
  });

  it("is not called uncreated because a part of the list does not show it", () => {
    const asked = passing(found, ready, says("pressed"));
    const read = advance(asked, says("rows", B, list([], false)), LATER).creation;
    expect(read.outcome).toEqual({ kind: "uncertain", words: null });
  });

  it("is not called uncreated while a silent console may still be at work, and the list is read again", () => {
    const asked = passing(found, ready, says("pressed"), says("on-page", B));
    const early = advance(asked, says("rows", B, list([], true)), NOW + 3_000);
    expect(early.creation).toMatchObject({ phase: "looking", outcome: null });
    expect(advance(early.creation, { kind: "time" }, NOW + 6_000).effects).toEqual([]);
    const later = advance(early.creation, { kind: "time" }, LATER);
    expect(later.effects).toEqual([{ kind: "reload", tabId: TAB }]);
    const read = advance(later.creation, says("rows", "c", list([row()], true, LATER)), LATER);
    expect(read.creation.outcome).toEqual({ kind: "not-captured" });
  });

  it.each([
    ["of another tab", B],
    ["in the very page that asked", A],
  ])(
    "is not called uncreated by a list %s that was loaded before the console was asked",
    (_, by) => {
      const asked = passing(found, ready, says("pressed"), says("unseen"));
      const stale = advance(asked, says("rows", by, list([], true, NOW - 1)), LATER);
      expect(stale.creation.outcome).toBeNull();
      expect(stale.effects).toEqual([{ kind: "reload", tabId: TAB }]);
      const shown = advance(asked, says("rows", by, list([row()], true, NOW - 1)), LATER);
      expect(shown.creation.outcome).toEqual({ kind: "not-captured" });
    },
  );

  it.each([
    [
      "as asked, to the minute",
      { kind: "at", at: "2027-03-04T10:07:41.000Z", from: "token" },
      false,
    ],
    ["an hour early", { kind: "at", at: "2027-03-04T09:07:00.000Z", from: "token" }, true],
    ["never", { kind: "never", from: "token" }, true],
    ["at a time it does not tell", { kind: "unknown" }, false],
  ] as const)("knows whether its key ends otherwise: %s", (_, keyEnd, isOtherwise) => {
    const done = passing(found, ready, says("pressed"), { ...captured, keyEnd });
    expect(endsOtherwise(done)).toBe(isOtherwise);
  });

  it("ends without a key when its tab is closed before asking", () => {
    expect(passing(found, { kind: "tab-closed", tabId: TAB }).outcome).toEqual({ kind: "closed" });
  });

  it("looks in the list when its tab is closed after asking", () => {
    const closed = passing(found, ready, says("pressed"), { kind: "tab-closed", tabId: TAB });
    expect(closed).toMatchObject({ phase: "finding", outcome: null });
    expect(advance(closed, { kind: "tab", tabId: 8 }, NOW).creation.phase).toBe("looking");
  });

  it("cannot be cancelled once the console was asked", () => {
    expect(passing(found, { kind: "cancel" }).outcome).toEqual({ kind: "cancelled" });
    expect(passing(found, ready, { kind: "cancel" }).outcome).toBeNull();
  });

  it("takes a token that comes after everything else was given up", () => {
    const lost = passing(found, ready, says("pressed"), says("rows", B, list([row()], true)));
    expect(advance(lost, captured, NOW).creation.phase).toBe("testing");
  });

  it("reloads the page only after the console complained", () => {
    const complained = advance(
      passing(found, ready, says("pressed")),
      says("said", A, { words: "No" }),
      NOW,
    );
    expect(complained.effects).toEqual([{ kind: "reload", tabId: TAB }]);
    const moved = advance(passing(found, ready, says("pressed")), says("on-page", B), NOW);
    expect(moved.effects).toEqual([]);
  });
});

const anyEvent: fc.Arbitrary<CreationEvent> = fc.oneof(
  fc.constantFrom<CreationEvent>(
    found,
    captured,
    { kind: "tab-closed", tabId: TAB },
    { kind: "cancel" },
    { kind: "time" },
    { kind: "look" },
    { kind: "captured", captureId: "c", isSaved: false, keyEnd: null },
    { kind: "tested", outcome: "works" },
  ),
  fc
    .constantFrom(A, B)
    .chain((hands) =>
      fc.constantFrom<CreationEvent>(
        says("signed-out", hands),
        says("on-page", hands),
        says("asking", hands),
        says("ready", hands, { similar: 0 }),
        says("pressed", hands),
        says("unseen", hands),
        says("hidden", hands),
        says("said", hands, { words: "No" }),
        says("not-understood", hands, { part: "form" }),
        says("rows", hands, list([], true)),
        says("rows", hands, list([], true, NOW - 1)),
        says("rows", hands, list([row()], true)),
      ),
    ),
);

describe("whatever happens in whatever order", () => {
  it("gives the word to submit to one loading of the page only, and never leads back to the form", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), fc.nat(200_000), (events, stepMs) => {
        let creation = startCreation(WISH, NOW);
        let submittedBy: string | null = null;
        events.forEach((event, at) => {
          const { creation: next, effects } = advance(creation, event, NOW + at * stepMs);
          if (submittedBy !== null) {
            expect(next.submittedBy).toBe(submittedBy);
            expect(["filling", "asking", "signing-in"]).not.toContain(next.phase);
          }
          for (const effect of effects)
            if (effect.kind === "work") expect(effect.work.isSubmitted).toBe(isSubmitted(next));
          submittedBy = next.submittedBy;
          creation = next;
        });
      }),
      { numRuns: 3_000 },
    );
  });

  it("never forgets a token, and never says saved without one", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 40 }), (events) => {
        let creation = startCreation(WISH, NOW);
        let wasCaptured = false;
        for (const event of events) {
          wasCaptured ||= event.kind === "captured" && isSubmitted(creation);
          creation = advance(creation, event, NOW).creation;
          if (creation.outcome?.kind === "saved") expect(wasCaptured).toBe(true);
        }
        if (!wasCaptured) return;
        const outcome = creation.outcome?.kind;
        expect(outcome === undefined ? creation.phase : outcome).toMatch(
          /^(?:testing|saved|held)$/,
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it("ends by itself once nothing more comes", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
        let creation = passing(...events);
        for (let hour = 1; hour < 8; hour++)
          creation = advance(creation, { kind: "time" }, NOW + hour * 3_600_000).creation;
        expect(creation.phase).toBe("ended");
      }),
    );
  });
});
