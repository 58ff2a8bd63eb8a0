import { isDay } from "../../lib/api/wire-values";
import type { JournalEntry } from "../../lib/tasks/writing/journal";
import type { PasswordGap } from "../../lib/tasks/writing/password-rules";
import type { WriteObstacle } from "../../lib/tasks/writing/preview-write";
import type { ObjectState, WriteOrder } from "../../lib/tasks/writing/write-order";
import { t, tn, type WordName } from "../../lib/words/words";
import { exactBytes, formatBytes } from "../amounts";
import { calendarDay } from "../calendar-days";
import { dateAndTime } from "../dates";
import { failureWords } from "../failure-words";
import type { Proposal } from "./proposal";

const TITLES: Record<WriteOrder["kind"], WordName> = {
  "create-partner": "writes.createPartner",
  "change-partner": "writes.changePartner",
  "delete-partner": "writes.deletePartner",
  "create-member": "writes.createMember",
  "remove-member": "writes.removeMember",
  "create-account": "writes.createAccount",
  "schedule-deletion": "writes.scheduleDeletion",
  "cancel-deletion": "writes.cancelDeletion",
};

export function writeTitle({ kind }: WriteOrder): string {
  return t(TITLES[kind]);
}

export const STATE_NAMES: Record<keyof ObjectState, WordName> = {
  name: "writes.name",
  allocatedBytes: "writes.allocatedBytes",
  allowsOverdraft: "writes.allowsOverdraft",
  email: "writes.email",
  role: "writes.role",
  deletion: "writes.deletion",
};

/** One value of an object in words, with its exact bytes where it is a capacity. */
export function stateWords(
  name: keyof ObjectState,
  state: ObjectState | null,
): { words: string; exact?: string } {
  if (state === null) return { words: "—" };
  const value = state[name];
  if (value === undefined) return { words: "—" };
  if (name === "allocatedBytes") {
    const bytes = Number(value);
    const exact = exactBytes(bytes);
    return { words: bytes === 0 ? t("estate.payPerUse") : formatBytes(bytes), exact };
  }
  if (name === "allowsOverdraft")
    return { words: t(value ? "writes.overdraftAllowed" : "writes.overdraftNotAllowed") };
  if (name === "deletion") return { words: deletionWords(value as string | null) };
  return { words: String(value) === "" ? t("writes.empty") : String(value) };
}

function deletionWords(deletion: string | null): string {
  if (deletion === null) return t("writes.notScheduled");
  if (deletion === "") return t("writes.in30Days");
  return isDay(deletion) ? calendarDay(deletion) : dateAndTime(deletion);
}

export function obstacleWords(obstacle: WriteObstacle): string {
  const bytes = (count: number | bigint) =>
    t("writes.bytes", formatBytes(count), exactBytes(count));
  switch (obstacle.kind) {
    case "no-capacity":
      return t(
        obstacle.of === "contract" ? "writes.contractHasLeft" : "writes.partnerHasLeft",
        bytes(obstacle.leftBytes),
      );
    case "shrinks-below-use":
      return t("writes.shrinksBelowUse", bytes(BigInt(obstacle.usedBytes)));
    case "not-empty":
      return tn("writes.notEmpty", obstacle.accounts);
    case "gone":
      return t("writes.isGone");
    case "nothing-changes":
      return t("writes.nothingChanges");
    case "exists":
      return t("writes.exists");
  }
}

const OUTCOMES: Record<JournalEntry["outcome"], WordName> = {
  done: "writes.done",
  refused: "writes.refused",
  "not-seen": "writes.notSeen",
  unknown: "writes.unknown",
  sending: "writes.sending",
};

/** How a write ended, and what the API said to a refusal. */
export function outcomeWords({ order, subject, outcome, isRead, failure }: JournalEntry): string {
  const isSeen = outcome === "done" && isRead && failure !== null;
  const words = t(isSeen ? "writes.doneSeen" : OUTCOMES[outcome], writeTitle(order), subject);
  return outcome === "refused" && failure?.apiMessage
    ? `${words} ${t("failure.apiSays", failure.apiMessage)}`
    : words;
}

/** Why a write came to no answer at all. */
export function failedWords({ order, subject }: Proposal, failure: Error): string {
  return t("writes.failed", writeTitle(order), subject, failureWords(failure));
}

export const GAP_WORDS: Record<PasswordGap, WordName> = {
  "too-short": "writes.gapTooShort",
  "too-long": "writes.gapTooLong",
  "lower-case": "writes.gapLowerCase",
  "upper-case": "writes.gapUpperCase",
  digit: "writes.gapDigit",
  special: "writes.gapSpecial",
  "three-kinds": "writes.gapThreeKinds",
};
