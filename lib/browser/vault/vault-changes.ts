import type { JustOpened } from "../../vault/just-opened";

// Told to popup and workspace only: a channel belongs to the extension's own origin.
const CHANGES = "vault-changes";
const OPENING = "vault-opening";

/**
 * Says that something in the vault changed, not what: every view reads again for itself. Of an
 * unlock it hands on what was told, so that views need not look for it.
 */
export function announceVaultChange(opened?: JustOpened): void {
  announce(CHANGES, opened ?? null);
}

/** @returns a function that stops listening. */
export function onVaultChange(listener: (opened: JustOpened | null) => void): () => void {
  return listen(CHANGES, listener);
}

/** Says that the vault is about to open, and what will be told of it then: nobody can read it yet. */
export function announceOpening(opening: JustOpened): void {
  announce(OPENING, opening);
}

/** @returns a function that stops listening. */
export function onOpening(listener: (opening: JustOpened) => void): () => void {
  return listen(OPENING, listener);
}

function announce(name: string, word: JustOpened | null): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage(word);
  channel.close();
}

function listen<Word>(name: string, listener: (word: Word) => void): () => void {
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => listener(data);
  return () => channel.close();
}
