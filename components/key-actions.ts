import type { OnCopyAs } from "./CopyAs";

/** What a person can do with one kept key. Every action rejects with the error the words are chosen by. */
export interface KeyActions {
  onCopy: (keyId: string) => Promise<void>;
  onUse: (keyId: string) => Promise<void>;
  onTest: (keyId: string) => Promise<void>;
  onRemove: (keyId: string) => Promise<void>;
  onCopyAs: (keyId: string, ...what: Parameters<OnCopyAs>) => Promise<void>;
}
