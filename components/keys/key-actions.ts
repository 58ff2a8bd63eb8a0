import type { OwnReminders } from "../../lib/tasks/reminders/reminder-rules";
import type { OnCopyAs } from "./CopyAs";

/** What a person can do with one kept key. Every action rejects with the error the words are chosen by. */
export interface KeyActions {
  onCopy: (keyId: string) => Promise<void>;
  onUse: (keyId: string) => Promise<void>;
  onTest: (keyId: string) => Promise<void>;
  onRemove: (keyId: string) => Promise<void>;
  /** Leads to a new key that replaces this one. */
  onRotate: (keyId: string) => void;
  /** Where the key is used, in the person's own words. */
  onSetTags: (keyId: string, tags: string[]) => Promise<void>;
  /** When to remind of the key; `null` as of every key. */
  onSetOwnReminders: (keyId: string, own: OwnReminders | null) => Promise<void>;
  onCopyAs: (keyId: string, ...what: Parameters<OnCopyAs>) => Promise<void>;
}
