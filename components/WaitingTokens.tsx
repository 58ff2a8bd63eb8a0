import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { HeldToken } from "../lib/vault/vault";
import { Icon } from "./Icon";
import { waitingWords } from "./WaitingCount";
import { WaitingToken } from "./WaitingToken";

export interface WaitingActions {
  onSaveWaiting: (captureId: string, description: string) => Promise<void>;
  onDiscardWaiting: (captureId: string) => Promise<void>;
}

/** The console never shows a discarded key again, so for this long it can be taken back. */
const UNDO_MS = 10_000;

/** Tokens that were seen in the page and sealed, but that nobody saved yet. */
export function WaitingTokens({
  held,
  onSaveWaiting,
  onDiscardWaiting,
}: { held: HeldToken[] } & WaitingActions) {
  const { discarded, discard, undo } = useUndoableDiscard(onDiscardWaiting);
  const waiting = held.filter(({ captureId }) => captureId !== discarded);
  const gone = held.find(({ captureId }) => captureId === discarded);
  return (
    <>
      {waiting.length > 0 && (
        <section class="waiting" aria-labelledby="waiting-heading">
          <h2 id="waiting-heading">
            <Icon name="inbox" /> {waitingWords(waiting.length)}
          </h2>
          <ul aria-labelledby="waiting-heading">
            {waiting.map((token) => (
              <WaitingToken
                key={token.captureId}
                token={token}
                onSave={(description) => onSaveWaiting(token.captureId, description)}
                onDiscard={() => discard(token.captureId)}
              />
            ))}
          </ul>
        </section>
      )}
      {gone && (
        <div class="notice" role="status">
          <div class="undo">
            <span>
              {gone.description ? `“${gone.description}”` : "The key"} was discarded here. It still
              works: delete it in the console.
            </span>
            <button type="button" onClick={undo}>
              Undo
            </button>
          </div>
        </div>
      )}
    </>
  );
}

/** Carried out after {@link UNDO_MS}, when another one is discarded, or when the view closes. */
function useUndoableDiscard(onDiscard: (captureId: string) => Promise<void>) {
  const [discarded, setDiscarded] = useState<string | null>(null);
  const pending = useRef<string | null>(null);

  const carryOut = useCallback(() => {
    const captureId = pending.current;
    pending.current = null;
    // A discard that failed leaves the key waiting, which the list then shows.
    if (captureId !== null) onDiscard(captureId).catch(() => setDiscarded(null));
  }, [onDiscard]);
  useEffect(() => {
    if (discarded === null) return;
    const timer = setTimeout(carryOut, UNDO_MS);
    addEventListener("pagehide", carryOut);
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", carryOut);
    };
  }, [discarded, carryOut]);

  return {
    discarded,
    discard(captureId: string) {
      carryOut();
      pending.current = captureId;
      setDiscarded(captureId);
    },
    undo() {
      pending.current = null;
      setDiscarded(null);
    },
  };
}
