import type { KeyEnd, TestOutcome } from "../../keys/api-key";
import type { HandsReport, KeyWish, MissingPart, PageWork } from "../../messages";
import { isNewRow } from "./created-row";

/** Where a creation stands. From `submitting` on the console is never asked again. */
export type CreationPhase =
  | "finding"
  | "signing-in"
  | "filling"
  | "asking"
  | "submitting"
  | "awaiting"
  | "looking"
  | "testing"
  | "ended";

export type CreationStep =
  | "console"
  | "signed in"
  | "filled"
  | "asked"
  | "created"
  | "captured"
  | "saved"
  | "tested";

export type CreationOutcome =
  | { kind: "saved"; test: TestOutcome | "not-tested" }
  /** Sealed, but writing it as a record failed: it waits in the popup. */
  | { kind: "held" }
  /** The console said no, and its list shows no such key. `isPartial`: as far as it was to be seen. */
  | { kind: "refused"; words: string; isPartial?: true }
  /** The list shows no such key, though nobody said no. */
  | { kind: "not-created" }
  /** The list shows it, but its token was never seen. */
  | { kind: "not-captured" }
  /** Asked, and neither token nor list was seen. */
  | { kind: "uncertain"; words: string | null }
  | { kind: "not-understood"; part: MissingPart }
  /** `interrupted`: the browser ended in the middle, and nobody knows how far it had come. */
  | { kind: "cancelled" | "closed" | "interrupted" };

/** One key in the making. Plain JSON: it is stored after each step, and a dead worker goes on from it. */
export interface Creation {
  id: string;
  description: string;
  expiresAt: string;
  replaces: string | null;
  phase: CreationPhase;
  /** When each step was done, in order; ISO instants. */
  steps: { step: CreationStep; at: string }[];
  startedAt: string;
  tabId: number | null;
  /** The loading of the page that was told to submit; set before it was told. */
  submittedBy: string | null;
  /** Rows that looked like the new key before it was asked for. */
  similar: number;
  captureId: string | null;
  /** The end of the key that was captured; `null` before, and where the key does not say. */
  keyEnd: KeyEnd | null;
  /** The console's words, until the list tells whether they were true. */
  words: string | null;
  /** When waiting in this phase is no use any more, in epoch ms. */
  deadlineMs: number;
  outcome: CreationOutcome | null;
}

export type CreationEvent =
  | { kind: "tab"; tabId: number }
  | { kind: "tab-closed"; tabId: number }
  | { kind: "report"; report: HandsReport }
  /** The new key's token was sealed, and saved as far as the vault's state allows. */
  | { kind: "captured"; captureId: string; isSaved: boolean; keyEnd: KeyEnd | null }
  | { kind: "tested"; outcome: TestOutcome | "not-tested" }
  | { kind: "cancel" }
  /** The person wants an interrupted creation looked for in the console's list. */
  | { kind: "look" }
  | { kind: "time" };

/** What the background does next. Each may be done again after a worker died. */
export type CreationEffect =
  | { kind: "find-tab" }
  | { kind: "show-tab"; tabId: number }
  | { kind: "work"; tabId: number; work: PageWork }
  | { kind: "stop-work"; tabId: number; taskId: string }
  /** Only ever to see a fresh list; never while a token may stand in the page. */
  | { kind: "reload"; tabId: number }
  | { kind: "test"; captureId: string };

const WAIT_MS: Record<CreationPhase, number> = {
  finding: 60_000,
  "signing-in": 30 * 60_000,
  filling: 60_000,
  asking: 30 * 60_000,
  submitting: 30_000,
  awaiting: 120_000,
  looking: 60_000,
  testing: 40_000,
  ended: 0,
};

/** Stands for a loading of the page that no report can come from. */
const UNKNOWN_HANDS = "unknown";

/** What is left of a creation when the browser ended in the middle: its wish alone. */
export function interruptedCreation(wish: KeyWish, startedAt: string): Creation {
  const creation = startCreation(wish, Date.parse(startedAt));
  return { ...creation, phase: "ended", outcome: { kind: "interrupted" } };
}

export function startCreation(wish: KeyWish, nowMs: number): Creation {
  return {
    id: wish.requestId,
    description: wish.description,
    expiresAt: wish.expiresAt,
    replaces: wish.replaces,
    phase: "finding",
    steps: [],
    startedAt: iso(nowMs),
    tabId: null,
    submittedBy: null,
    similar: 0,
    captureId: null,
    keyEnd: null,
    words: null,
    deadlineMs: nowMs + WAIT_MS.finding,
    outcome: null,
  };
}

/** The key ends at another minute than was asked for: the console decided otherwise. */
export function endsOtherwise({ keyEnd, expiresAt }: Creation): boolean {
  if (keyEnd === null || keyEnd.kind === "unknown") return false;
  if (keyEnd.kind === "never") return true;
  return Math.abs(Date.parse(keyEnd.at) - Date.parse(expiresAt)) >= 60_000;
}

/** Whether the console was, or may have been, asked for the key. */
export function isSubmitted(creation: Creation): boolean {
  return creation.submittedBy !== null;
}

/** The creation after an event, and what is to be done about it. Knows neither page nor browser. */
export function advance(
  creation: Creation,
  event: CreationEvent,
  nowMs: number,
): { creation: Creation; effects: CreationEffect[] } {
  const next = after(creation, event, nowMs);
  if (next === creation) return { creation, effects: unmoved(next, event) };
  // Who reports is at work already; what a report calls for beyond that is in the parting.
  const work = event.kind === "report" ? [] : workFor(next);
  return { creation: next, effects: [...partingFrom(creation, next), ...work] };
}

function after(creation: Creation, event: CreationEvent, nowMs: number): Creation {
  // A token that comes late is still the key: nothing outweighs it.
  if (event.kind === "captured") return captured(creation, event, nowMs);
  if (event.kind === "look") return lookedFor(creation, nowMs);
  if (creation.phase === "ended") return creation;
  switch (event.kind) {
    case "tab":
      return creation.phase === "finding"
        ? enter(
            { ...creation, tabId: event.tabId },
            isSubmitted(creation) ? "looking" : "filling",
            nowMs,
          )
        : creation;
    case "tab-closed":
      return event.tabId === creation.tabId ? withoutTab(creation, nowMs) : creation;
    case "report":
      return event.report.taskId === creation.id
        ? reported(creation, event.report, nowMs)
        : creation;
    case "tested":
      return creation.phase === "testing"
        ? end(
            event.outcome === "not-tested" ? creation : did(creation, "tested", nowMs),
            { kind: "saved", test: event.outcome },
            nowMs,
          )
        : creation;
    case "cancel":
      return isSubmitted(creation) ? creation : end(creation, { kind: "cancelled" }, nowMs);
    case "time":
      return nowMs >= creation.deadlineMs ? overdue(creation, nowMs) : creation;
  }
}

function reported(creation: Creation, report: HandsReport, nowMs: number): Creation {
  if (creation.phase === "testing") return creation;
  if (isSubmitted(creation)) return reportedAfter(creation, report, nowMs);
  switch (report.kind) {
    case "signed-out":
      return enter(did(creation, "console", nowMs), "signing-in", nowMs);
    case "on-page":
      return enter(signedIn(creation, nowMs), "filling", nowMs);
    case "asking":
      return enter(signedIn(creation, nowMs), "asking", nowMs);
    case "ready":
      return enter(
        {
          ...did(signedIn(creation, nowMs), "filled", nowMs),
          submittedBy: report.handsId,
          similar: report.similar,
        },
        "submitting",
        nowMs,
      );
    case "said":
      return end(creation, { kind: "refused", words: report.words }, nowMs);
    case "not-understood":
      return end(creation, { kind: "not-understood", part: report.part }, nowMs);
    default:
      return creation;
  }
}

/** From here on nothing leads back to the form. */
function reportedAfter(creation: Creation, report: HandsReport, nowMs: number): Creation {
  const isSame = report.handsId === creation.submittedBy;
  switch (report.kind) {
    case "pressed":
      return isSame ? enter(did(creation, "asked", nowMs), "awaiting", nowMs) : creation;
    case "said": {
      const words = creation.words ?? report.words;
      return creation.phase === "looking"
        ? { ...creation, words }
        : enter({ ...creation, words }, "looking", nowMs);
    }
    case "rows": {
      if (isSame && creation.phase !== "looking" && creation.phase !== "awaiting") return creation;
      const found = report.rows.filter((row) => isNewRow(row, creation)).length;
      if (found > creation.similar) return end(creation, { kind: "not-captured" }, nowMs);
      const { words } = creation;
      const partly = report.isWhole ? {} : { isPartial: true as const };
      if (words) return end(creation, { kind: "refused", words, ...partly }, nowMs);
      // "Not on this page of the list" is no reason to say that it may be asked for again.
      const none = report.isWhole
        ? { kind: "not-created" as const }
        : { kind: "uncertain" as const, words };
      return end(creation, none, nowMs);
    }
    case "not-understood":
      return end(creation, { kind: "uncertain", words: creation.words }, nowMs);
    default:
      // Another loading of the page: whatever the first one saw is gone with it.
      return isSame || creation.phase === "looking" ? creation : enter(creation, "looking", nowMs);
  }
}

function captured(
  creation: Creation,
  { captureId, isSaved, keyEnd }: Extract<CreationEvent, { kind: "captured" }>,
  nowMs: number,
): Creation {
  if (!isSubmitted(creation)) return creation;
  if (creation.captureId !== null && creation.captureId !== captureId) return creation;
  const isEnded = creation.outcome?.kind === "saved";
  if (isEnded || creation.phase === "testing") return creation;
  const known = did(
    did({ ...creation, captureId, keyEnd, words: null }, "created", nowMs),
    "captured",
    nowMs,
  );
  return isSaved
    ? enter({ ...did(known, "saved", nowMs), outcome: null }, "testing", nowMs)
    : end(known, { kind: "held" }, nowMs);
}

function lookedFor(creation: Creation, nowMs: number): Creation {
  if (creation.outcome?.kind !== "interrupted") return creation;
  return enter(
    { ...creation, outcome: null, tabId: null, submittedBy: UNKNOWN_HANDS },
    "finding",
    nowMs,
  );
}

function withoutTab(creation: Creation, nowMs: number): Creation {
  const tabless = { ...creation, tabId: null };
  if (creation.phase === "testing") return tabless;
  return isSubmitted(creation)
    ? enter(tabless, "finding", nowMs)
    : end(tabless, { kind: "closed" }, nowMs);
}

function overdue(creation: Creation, nowMs: number): Creation {
  if (creation.phase === "testing")
    return end(creation, { kind: "saved", test: "not-tested" }, nowMs);
  return isSubmitted(creation)
    ? end(creation, { kind: "uncertain", words: creation.words }, nowMs)
    : end(creation, { kind: "not-understood", part: "page" }, nowMs);
}

function unmoved(creation: Creation, event: CreationEvent): CreationEffect[] {
  const { tabId, phase } = creation;
  if (event.kind === "time") return workFor(creation);
  const isHidden = event.kind === "report" && event.report.kind === "hidden" && phase !== "ended";
  return isHidden && tabId !== null ? [{ kind: "show-tab", tabId }] : [];
}

/** What a phase needs done, however often it is asked. */
function workFor(creation: Creation): CreationEffect[] {
  const { phase, tabId, captureId } = creation;
  if (phase === "ended") return [];
  if (phase === "testing") return captureId === null ? [] : [{ kind: "test", captureId }];
  if (tabId === null) return [{ kind: "find-tab" }];
  return [{ kind: "work", tabId, work: workOf(creation) }];
}

/** What the change of phase itself asks for, once. */
function partingFrom(before: Creation, now: Creation): CreationEffect[] {
  const { tabId, phase, id } = now;
  if (tabId === null || before.phase === phase) return [];
  if (phase === "signing-in" || phase === "asking") return [{ kind: "show-tab", tabId }];
  if (phase === "looking" && now.words !== null && before.phase !== "finding")
    return [{ kind: "reload", tabId }];
  return phase === "ended" ? [{ kind: "stop-work", tabId, taskId: id }] : [];
}

export function workOf(creation: Creation): PageWork {
  const { id, description, expiresAt, startedAt } = creation;
  return { taskId: id, description, expiresAt, startedAt, isSubmitted: isSubmitted(creation) };
}

function enter(creation: Creation, phase: CreationPhase, nowMs: number): Creation {
  if (creation.phase === phase) return creation;
  return { ...creation, phase, deadlineMs: nowMs + WAIT_MS[phase] };
}

function end(creation: Creation, outcome: CreationOutcome, nowMs: number): Creation {
  return { ...enter(creation, "ended", nowMs), outcome };
}

function signedIn(creation: Creation, nowMs: number): Creation {
  return did(did(creation, "console", nowMs), "signed in", nowMs);
}

/** A step is done once; its first time stays. */
function did(creation: Creation, step: CreationStep, nowMs: number): Creation {
  if (creation.steps.some((done) => done.step === step)) return creation;
  return { ...creation, steps: [...creation.steps, { step, at: iso(nowMs) }] };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
