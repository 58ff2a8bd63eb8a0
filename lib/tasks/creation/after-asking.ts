import { isNewRow, mayBeNewRow } from "./created-row";
import type { Creation } from "./creation";
import { did, end, enter } from "./creation-steps";
import type { HandsReport } from "./page-work";

/** A console that said nothing may be at work for so long; a key it has not listed yet can still come. */
const LATE_MS = 20_000;

/**
 * What a report means once the console was asked: nothing leads back to the form, and only a list
 * that cannot be too old tells that there is no key.
 */
export function afterAsking(creation: Creation, report: HandsReport, nowMs: number): Creation {
  const isSame = report.handsId === creation.submittedBy;
  switch (report.kind) {
    case "pressed":
      return isSame ? enter(did(creation, "asked", nowMs), "awaiting", nowMs) : creation;
    case "question":
      return isSame ? enter(did(creation, "asked", nowMs), "confirming", nowMs) : creation;
    case "said": {
      const words = creation.words ?? report.words;
      return creation.phase === "looking"
        ? { ...creation, words }
        : lookingAnew({ ...creation, words }, nowMs);
    }
    case "rows":
      if (isSame && creation.phase !== "looking" && creation.phase !== "awaiting") return creation;
      return byList(creation, report, nowMs);
    case "not-understood":
      return end(creation, { kind: "uncertain", words: creation.words }, nowMs);
    default:
      // Another loading of the page: whatever the first one saw is gone with it.
      return isSame || creation.phase === "looking" ? creation : enter(creation, "looking", nowMs);
  }
}

function byList(
  creation: Creation,
  { rows, isWhole, loadedAtMs }: Extract<HandsReport, { kind: "rows" }>,
  nowMs: number,
): Creation {
  const { words, similar } = creation;
  const askedAtMs = creation.askedAtMs ?? Date.parse(creation.startedAt);
  const found = rows.filter((row) => isNewRow(row, creation)).length;
  const mayBe = rows.filter((row) => mayBeNewRow(row, creation)).length;
  const isInDoubt = !isWhole || mayBe > found;
  if (found > similar) return end(creation, { kind: "not-captured" }, nowMs);
  if (words === null && nowMs < askedAtMs + LATE_MS)
    return { ...enter(creation, "looking", nowMs), againAtMs: askedAtMs + LATE_MS };
  if (loadedAtMs < askedAtMs) return lookingAnew(creation, nowMs);
  const partly = isInDoubt ? { isPartial: true as const } : {};
  if (words) return end(creation, { kind: "refused", words, ...partly }, nowMs);
  // "Not on this page of the list" is no reason to say that it may be asked for again.
  return end(creation, isInDoubt ? { kind: "uncertain", words } : { kind: "not-created" }, nowMs);
}

/** A list that was loaded before is no evidence: another is asked for. */
export function lookingAnew(creation: Creation, nowMs: number): Creation {
  const { reloads } = creation;
  return { ...enter(creation, "looking", nowMs), againAtMs: null, reloads: reloads + 1 };
}
