import { afterAsking, lookingAnew } from "./after-asking";
import { brokenLimit } from "./broken-limit";
import {
  type Creation,
  type CreationEffect,
  type CreationEvent,
  type CreationTest,
  isSubmitted,
} from "./creation";
import { partingFrom, unmoved, workFor } from "./creation-effects";
import { did, end, enter, signedIn } from "./creation-steps";
import type { HandsReport } from "./page-work";

/** Stands for a loading of the page that no report can come from. */
const UNKNOWN_HANDS = "unknown";

/** The creation after an event, and what is to be done about it. Knows neither page nor browser. */
export function advance(
  creation: Creation,
  event: CreationEvent,
  nowMs: number,
): { creation: Creation; effects: CreationEffect[] } {
  const next = after(creation, event, nowMs);
  if (next === creation) return { creation, effects: unmoved(next, event) };
  const parting = partingFrom(creation, next);
  // Who reports is at work already, and a page that is loaded anew asks by itself.
  const isAtWork = event.kind === "report" || parting.some(({ kind }) => kind === "reload");
  return { creation: next, effects: [...parting, ...(isAtWork ? [] : workFor(next))] };
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
            isTested(event.outcome) ? did(creation, "tested", nowMs) : creation,
            { kind: "saved", test: event.outcome },
            nowMs,
          )
        : creation;
    case "cancel":
      return isSubmitted(creation) ? creation : end(creation, { kind: "cancelled" }, nowMs);
    case "time":
      if (nowMs >= creation.deadlineMs) return overdue(creation, nowMs);
      return creation.againAtMs !== null && nowMs >= creation.againAtMs
        ? lookingAnew(creation, nowMs)
        : creation;
  }
}

/** The API was asked; an answer that was not understood is one, too. */
function isTested(outcome: CreationTest): boolean {
  return outcome !== "not-tested" && outcome !== "not-permitted";
}

function reported(creation: Creation, report: HandsReport, nowMs: number): Creation {
  if (creation.phase === "testing") return creation;
  if (isSubmitted(creation)) return afterAsking(creation, report, nowMs);
  switch (report.kind) {
    case "signed-out":
      return enter(did(creation, "console", nowMs), "signing-in", nowMs);
    case "on-page":
      return enter(signedIn(creation, nowMs), "filling", nowMs);
    case "asking":
      return enter(signedIn(creation, nowMs), "asking", nowMs);
    case "question":
      return enter(signedIn(creation, nowMs), "confirming", nowMs);
    case "ready":
      return enter(
        {
          ...did(signedIn(creation, nowMs), "filled", nowMs),
          submittedBy: report.handsId,
          askedAtMs: nowMs,
          similar: report.similar,
        },
        "submitting",
        nowMs,
      );
    case "form": {
      const limit = brokenLimit(creation, report.limits);
      return limit ? end(creation, { kind: "beyond", limit }, nowMs) : creation;
    }
    case "said":
      return end(creation, { kind: "refused", words: report.words }, nowMs);
    case "not-understood":
      return end(creation, { kind: "not-understood", part: report.part }, nowMs);
    default:
      return creation;
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
