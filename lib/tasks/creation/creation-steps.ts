import type { Creation, CreationOutcome, CreationPhase, CreationStep } from "./creation";

const WAIT_MS: Record<CreationPhase, number> = {
  finding: 60_000,
  "signing-in": 30 * 60_000,
  filling: 60_000,
  asking: 30 * 60_000,
  submitting: 30_000,
  awaiting: 120_000,
  confirming: 30 * 60_000,
  looking: 60_000,
  testing: 40_000,
  ended: 0,
};

/** When waiting in a phase is no use any more, in epoch ms. */
export function deadlineOf(phase: CreationPhase, nowMs: number): number {
  return nowMs + WAIT_MS[phase];
}

/** In another phase waiting begins anew. */
export function enter(creation: Creation, phase: CreationPhase, nowMs: number): Creation {
  if (creation.phase === phase) return creation;
  return { ...creation, phase, deadlineMs: deadlineOf(phase, nowMs) };
}

export function end(creation: Creation, outcome: CreationOutcome, nowMs: number): Creation {
  return { ...enter(creation, "ended", nowMs), outcome };
}

export function signedIn(creation: Creation, nowMs: number): Creation {
  return did(did(creation, "console", nowMs), "signed in", nowMs);
}

/** A step is done once; its first time stays. */
export function did(creation: Creation, step: CreationStep, nowMs: number): Creation {
  if (creation.steps.some((done) => done.step === step)) return creation;
  return { ...creation, steps: [...creation.steps, { step, at: iso(nowMs) }] };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
