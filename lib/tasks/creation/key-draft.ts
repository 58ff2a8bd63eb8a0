import type { Vault } from "../../vault/vault";
import type { Documents } from "../../vault/vault-reader";

/** What stands in *New key* while nobody pressed *Create key* yet. */
export interface KeyDraft {
  description: string;
  /** A preset's name, or the local date and time that was entered. */
  expires: string;
}

const NAME = "key-draft";
const LONGEST = 500;

export async function readKeyDraft(vault: Documents): Promise<KeyDraft | null> {
  const stored = await vault.document("settings", NAME);
  return isDraft(stored) ? stored : null;
}

export async function putKeyDraft(vault: Vault, draft: KeyDraft | null): Promise<void> {
  const isEmpty = draft === null && (await readKeyDraft(vault)) === null;
  if (!isEmpty) await vault.putDocument("settings", NAME, draft);
}

function isDraft(stored: unknown): stored is KeyDraft {
  const { description, expires } = (stored ?? {}) as Record<string, unknown>;
  return (
    typeof description === "string" &&
    description.length <= LONGEST &&
    typeof expires === "string" &&
    expires.length <= 40
  );
}
