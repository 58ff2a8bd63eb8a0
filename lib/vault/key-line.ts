/**
 * Hands the unlocked key from the context that holds it to another one of the extension, in memory
 * only. Used where nothing may be, or could be, kept in the session area.
 */
export interface KeyLine {
  /** Answers whoever asks for the key of that session; `null` stops it. */
  offer(held: { sessionId: string; base: CryptoKey } | null): void;
  /** `null` when nobody answers in time. */
  ask(sessionId: string): Promise<CryptoKey | null>;
}
