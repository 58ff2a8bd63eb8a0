import type { RowFacts } from "../../keys/row-facts";
import type { FormLimits } from "../../page/form-limits";
import { checkRow } from "../mark-rows";
import { checkLimits } from "./check-limits";
import type { HandsReport, MissingPart } from "./page-work";

const LONGEST_WORDS = 300;
const MOST_ROWS = 200;
const ID = /^[0-9a-f-]{36}$/;
const PLAIN = [
  "signed-out",
  "on-page",
  "hidden",
  "asking",
  "pressed",
  "question",
  "unseen",
  "working",
] as const;
const PARTS: readonly MissingPart[] = ["page", "create button", "form", "send button", "list"];

/** Checks what came from the console's page, field by field; `null` when it is no report. */
export function checkReport(sent: unknown): HandsReport | null {
  if (typeof sent !== "object" || sent === null) return null;
  const { taskId, handsId, kind, ...rest } = sent as Record<string, unknown>;
  const { similar, words, part, rows, isWhole, loadedAtMs } = rest;
  if (!isId(taskId) || !isId(handsId)) return null;
  const from = { taskId, handsId };
  const plain = PLAIN.find((one) => one === kind);
  if (plain) return { ...from, kind: plain };
  if (kind === "ready" && isCount(similar)) return { ...from, kind, similar };
  if (kind === "said" && typeof words === "string") return { ...from, kind, words: tidy(words) };
  const limits = kind === "form" ? checkLimits(rest.limits) : null;
  if (kind === "form") return limits && { ...from, kind, limits: tidied(limits) };
  const missing = PARTS.find((one) => one === part);
  if (kind === "not-understood" && missing) return { ...from, kind, part: missing };
  if (kind !== "rows" || !Array.isArray(rows) || rows.length > MOST_ROWS) return null;
  const checked = rows.map(checkRow);
  if (checked.includes(null) || typeof loadedAtMs !== "number" || Number.isNaN(loadedAtMs))
    return null;
  return { ...from, kind, rows: checked as RowFacts[], isWhole: isWhole === true, loadedAtMs };
}

function tidied(limits: FormLimits): FormLimits {
  const { said } = limits;
  return { ...limits, said: said && { ...said, words: tidy(said.words) } };
}

function isId(sent: unknown): sent is string {
  return typeof sent === "string" && ID.test(sent);
}

function isCount(sent: unknown): sent is number {
  return typeof sent === "number" && Number.isInteger(sent) && sent >= 0 && sent <= 100_000;
}

/** One line of readable text: it is shown in the popup. */
function tidy(words: string): string {
  return words
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim()
    .slice(0, LONGEST_WORDS);
}
