import type { JustOpened } from "../../vault/just-opened";

/** Told to popup and workspace only: the channel belongs to the extension's own origin. */
const CHANNEL = "vault-changes";

/**
 * Says that something in the vault changed, not what: every view reads again for itself. Of an
 * unlock it hands on what was told, so that views need not look for it.
 */
export function announceVaultChange(opened?: JustOpened): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(opened ?? null);
  channel.close();
}

/** @returns a function that stops listening. */
export function onVaultChange(listener: (opened: JustOpened | null) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => listener(data);
  return () => channel.close();
}
