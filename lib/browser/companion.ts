import { browser } from "wxt/browser";
import type { PageReport } from "../messages";
import { countUnbacked } from "../tasks/backup-note";
import { type CompanionState, readCompanionState } from "../tasks/companion-state";
import { describeCapture } from "../tasks/describe-capture";
import { createVault, type Vault } from "../vault/vault";
import { openVaultDb } from "../vault/vault-db";
import { keyLine } from "./key-line";
import { consoleTabs, NoAnswerError, sendToTab } from "./messaging";
import { secondPlace } from "./second-place";
import { sessionArea } from "./session-area";
import { onVaultChange } from "./vault-changes";

let vault: Promise<Vault> | undefined;

/** This context's own view of the vault; every context has one over the same database. */
export function ownVault(): Promise<Vault> {
  vault ??= openVaultDb().then((db) =>
    createVault({
      db,
      session: sessionArea,
      second: secondPlace,
      keyLine: keyLine(),
      now: Date.now,
      describeCapture,
    }),
  );
  return vault;
}

/**
 * Reads the vault with the key in `storage.session`, so that the first picture waits for no worker,
 * and again whenever something changed.
 *
 * @returns a function that stops following it.
 */
export function followVault(show: (state: CompanionState) => void): () => void {
  let latest = 0;
  async function read() {
    const turn = ++latest;
    const state = await ownVault()
      .then(readCompanionState)
      .catch((): CompanionState => ({ kind: "failed" }));
    if (turn === latest) show(state);
    // Looking for damage reads every row, so the picture does not wait for it.
    if (turn !== latest || state.kind !== "open") return;
    const vault = await ownVault();
    const [rows, findings, unbacked] = await Promise.all([
      vault.damagedRows(),
      vault.findings(),
      countUnbacked(vault, state.keys, Date.now()),
    ]);
    if (turn !== latest || rows.length + findings.length + unbacked === 0) return;
    show({ ...state, damaged: rows.length, findings, unbacked });
  }
  // Opening a view is use; one that is merely left open is not.
  void read().then(async () => (await ownVault()).touch());
  const stop = onVaultChange(() => void read());
  return () => {
    latest = -1;
    stop();
  };
}

/** Opens the token and puts it on the clipboard; it is kept nowhere. */
export async function copyToken(keyId: string): Promise<void> {
  const token = await (await ownVault()).token(keyId);
  try {
    await navigator.clipboard.writeText(token);
  } catch (cause) {
    throw new ClipboardError("the browser did not allow copying", { cause });
  }
}

export class ClipboardError extends Error {
  override name = "ClipboardError";
}

/** What the console tab in front was understood as; `null` when another site is in front. */
export async function frontPage(): Promise<PageReport | "not-reached" | null> {
  const [tabId] = await consoleTabs("in-front");
  if (tabId === undefined) return null;
  try {
    return await sendToTab(tabId, "report");
  } catch (error) {
    if (error instanceof NoAnswerError) return "not-reached";
    throw error;
  }
}

/** @param unlock - The way to be tried as soon as it is open. */
export async function openWorkspace(unlock?: "passkey"): Promise<void> {
  const query = unlock ? `?unlock=${unlock}` : "";
  await browser.tabs.create({ url: `${browser.runtime.getURL("/workspace.html")}${query}` });
}
