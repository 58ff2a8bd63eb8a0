/** Told to popup and workspace only: the channel belongs to the extension's own origin. */
const CHANNEL = "vault-changes";

/** Says that something in the vault changed, not what: every view reads again for itself. */
export function announceVaultChange(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** @returns a function that stops listening. */
export function onVaultChange(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener("message", listener);
  return () => channel.close();
}
