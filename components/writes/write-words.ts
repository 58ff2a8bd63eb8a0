import type { JournalEntry } from "../../lib/tasks/writing/journal";
import type { PasswordGap } from "../../lib/tasks/writing/password-rules";
import type { WriteObstacle } from "../../lib/tasks/writing/preview-write";
import type { ObjectState, WriteOrder } from "../../lib/tasks/writing/write-order";
import { exactBytes, formatBytes } from "../amounts";

const TITLES: Record<WriteOrder["kind"], string> = {
  "create-partner": "Create partner",
  "change-partner": "Change partner",
  "delete-partner": "Delete partner",
  "create-member": "Add member",
  "remove-member": "Remove member",
  "create-account": "Create storage account",
  "schedule-deletion": "Schedule deletion",
  "cancel-deletion": "Cancel deletion",
};

export function writeTitle({ kind }: WriteOrder): string {
  return TITLES[kind];
}

export const STATE_NAMES: Record<keyof ObjectState, string> = {
  name: "Name",
  allocatedBytes: "Allocated capacity",
  allowsOverdraft: "Overdraft",
  email: "E-mail",
  role: "Role",
  deletion: "Deletion",
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
    return { words: bytes === 0 ? "Pay-per-use" : formatBytes(bytes), exact };
  }
  if (name === "allowsOverdraft") return { words: value ? "allowed" : "not allowed" };
  if (name === "deletion") return { words: deletionWords(value as string | null) };
  return { words: String(value) === "" ? "(empty)" : String(value) };
}

function deletionWords(deletion: string | null): string {
  if (deletion === null) return "not scheduled";
  if (deletion === "") return "in 30 days, unless cancelled";
  const options = { dateStyle: "medium" } as const;
  return /^\d{4}-\d{2}-\d{2}$/.test(deletion)
    ? new Date(`${deletion}T12:00:00`).toLocaleDateString(undefined, options)
    : new Date(deletion).toLocaleString(undefined, { ...options, timeStyle: "short" });
}

export function obstacleWords(obstacle: WriteObstacle): string {
  const bytes = (count: number | bigint) => `${formatBytes(count)} (${exactBytes(count)})`;
  switch (obstacle.kind) {
    case "no-capacity":
      return `The ${obstacle.of} has only ${bytes(obstacle.leftBytes)} left. Choose less, or give something back first.`;
    case "shrinks-below-use":
      return `${bytes(BigInt(obstacle.usedBytes))} are stored already, more than would be allocated. What is above may be refused or charged at the excess price.`;
    case "not-empty":
      return obstacle.accounts === 1
        ? "This partner still has 1 storage account. The API deletes a partner only when it has none."
        : `This partner still has ${obstacle.accounts} storage accounts. The API deletes a partner only when it has none.`;
    case "gone":
      return "This is not there any more. Refresh the list.";
    case "nothing-changes":
      return "It is like this already; nothing would change.";
    case "exists":
      return "There is one with this name or address already. Choose another, or use the one that exists.";
  }
}

/** How a write ended, in one sentence. */
export function outcomeWords(entry: JournalEntry): string {
  const title = writeTitle(entry.order);
  const what = `${title}: ${entry.subject}`;
  switch (entry.outcome) {
    case "done":
      return entry.isRead && entry.failure
        ? `${what}. Done: the answer was lost, but reading it again shows the change.`
        : `${what}. Done.`;
    case "refused":
      return `${what}. Refused, nothing was changed.${said(entry)}`;
    case "not-seen":
      return `${what}. The answer was lost; when read again, nothing had changed. It was not sent a second time.`;
    case "unknown":
      return `${what}. The answer was lost and it could not be read again, so it is not known whether it happened. It is looked up later; do not repeat it before.`;
    case "sending":
      return `${what}. Sent; the answer is awaited.`;
  }
}

function said({ failure }: JournalEntry): string {
  return failure?.apiMessage ? ` The API says: “${failure.apiMessage}”` : "";
}

export const GAP_WORDS: Record<PasswordGap, string> = {
  "too-short": "at least 8 characters",
  "too-long": "at most 128 characters",
  "lower-case": "a lower-case letter",
  "upper-case": "an upper-case letter",
  digit: "a digit",
  special: "a special character",
  "three-kinds": "three of: lower case, upper case, digit, special character",
};
