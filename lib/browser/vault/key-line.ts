import type { KeyLine } from "../../vault/key-line";

/** Reaches the extension's own contexts only: a channel belongs to an origin. */
const CHANNEL = "vault-key-line";
/** A context that lives answers in a few milliseconds; one that is gone, never. */
const PATIENCE_MS = 600;

type Call =
  | { kind: "ask"; askId: string; sessionId: string }
  | { kind: "answer"; askId: string; base: CryptoKey };

/** The unlocked key crosses as what it is, a key that cannot be exported. */
export function keyLine(): KeyLine {
  let channel: BroadcastChannel | null = null;
  return {
    offer(held) {
      channel?.close();
      channel = null;
      if (!held) return;
      const offering = new BroadcastChannel(CHANNEL);
      offering.addEventListener("message", ({ data }: MessageEvent<Call>) => {
        if (data.kind !== "ask" || data.sessionId !== held.sessionId) return;
        const answer: Call = { kind: "answer", askId: data.askId, base: held.base };
        offering.postMessage(answer);
      });
      channel = offering;
    },
    ask(sessionId) {
      const asking = new BroadcastChannel(CHANNEL);
      const askId = crypto.randomUUID();
      return new Promise<CryptoKey | null>((resolve) => {
        const timer = setTimeout(() => resolve(null), PATIENCE_MS);
        asking.addEventListener("message", ({ data }: MessageEvent<Call>) => {
          if (data.kind !== "answer" || data.askId !== askId) return;
          clearTimeout(timer);
          resolve(data.base);
        });
        const call: Call = { kind: "ask", askId, sessionId };
        asking.postMessage(call);
      }).finally(() => asking.close());
    },
  };
}
