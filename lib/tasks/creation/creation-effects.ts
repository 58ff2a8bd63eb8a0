import { type Creation, type CreationEffect, type CreationEvent, isSubmitted } from "./creation";
import type { PageWork } from "./page-work";

/** What is done about an event that changed nothing. */
export function unmoved(creation: Creation, event: CreationEvent): CreationEffect[] {
  const { tabId, phase } = creation;
  // What is to be read again later need not be read meanwhile.
  if (event.kind === "time") return creation.againAtMs === null ? workFor(creation) : [];
  const isHidden = event.kind === "report" && event.report.kind === "hidden" && phase !== "ended";
  return isHidden && tabId !== null ? [{ kind: "show-tab", tabId }] : [];
}

/** What a phase needs done, however often it is asked. */
export function workFor(creation: Creation): CreationEffect[] {
  const { phase, tabId, captureId } = creation;
  if (phase === "ended") return [];
  if (phase === "testing") return captureId === null ? [] : [{ kind: "test", captureId }];
  if (tabId === null) return [{ kind: "find-tab" }];
  return [{ kind: "work", tabId, work: workOf(creation) }];
}

/** What the change itself asks for, once. */
export function partingFrom(before: Creation, now: Creation): CreationEffect[] {
  const { tabId, phase, id } = now;
  if (tabId === null) return [];
  if (now.reloads > before.reloads) return [{ kind: "reload", tabId }];
  if (before.phase === phase) return [];
  if (phase === "signing-in" || phase === "asking" || phase === "confirming")
    return [{ kind: "show-tab", tabId }];
  return phase === "ended" ? [{ kind: "stop-work", tabId, taskId: id }] : [];
}

function workOf(creation: Creation): PageWork {
  const { id, description, expiresAt, startedAt } = creation;
  return { taskId: id, description, expiresAt, startedAt, isSubmitted: isSubmitted(creation) };
}
