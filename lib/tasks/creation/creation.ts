import type { KeyEnd, TestOutcome } from "../../keys/api-key";
import type { FormLimits } from "../../page/form-limits";
import type { BrokenLimit } from "./broken-limit";
import { deadlineOf } from "./creation-steps";
import type { KeyWish } from "./key-wish";
import type { HandsReport, MissingPart, PageWork } from "./page-work";

/** Where a creation stands. From `submitting` on the console is never asked again. */
export type CreationPhase =
  | "finding"
  | "signing-in"
  | "filling"
  | "asking"
  | "submitting"
  | "awaiting"
  | "confirming"
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

/** `not-tested`: the vault is locked; `not-permitted`: the browser does not let us reach the host. */
export type CreationTest = TestOutcome | "not-tested" | "not-permitted";

export type CreationOutcome =
  | { kind: "saved"; test: CreationTest }
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
  /** The console's form does not take what was asked for; it was not sent. */
  | { kind: "beyond"; limit: BrokenLimit }
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
  /** When it was about to be told so, in epoch ms: an older list cannot show the key. */
  askedAtMs: number | null;
  /** Rows that looked like the new key before it was asked for. */
  similar: number;
  captureId: string | null;
  /** The end of the key that was captured; `null` before, and where the key does not say. */
  keyEnd: KeyEnd | null;
  /** The console's words, until the list tells whether they were true. */
  words: string | null;
  /** How often a fresh list was asked for. */
  reloads: number;
  /** When the list is to be read again, in epoch ms: until then the console may still be at work. */
  againAtMs: number | null;
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
  | { kind: "tested"; outcome: CreationTest }
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
  | { kind: "keep-limits"; limits: FormLimits }
  | { kind: "test"; captureId: string };

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
    startedAt: new Date(nowMs).toISOString(),
    tabId: null,
    submittedBy: null,
    askedAtMs: null,
    similar: 0,
    captureId: null,
    keyEnd: null,
    words: null,
    reloads: 0,
    againAtMs: null,
    deadlineMs: deadlineOf("finding", nowMs),
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
