import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { HeldToken } from "../../lib/vault/vault";
import { t, tn } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Icon } from "../Icon";
import { Notice } from "../Notice";
import { waitingWords } from "../unlock/WaitingCount";
import { useAction } from "../use-action";
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
  const waiting = held.filter(({ captureId }) => !discarded.has(captureId));
  const gone = held.filter(({ captureId }) => discarded.has(captureId));
  const readable = waiting.filter(({ problem }) => problem !== "unreadable");
  const typed = useRef(new Map<string, string>());
  const savingAll = useAction(async () => {
    for (const { captureId, description } of readable)
      await onSaveWaiting(captureId, (typed.current.get(captureId) ?? description).trim());
  });
  return (
    <>
      {waiting.length > 0 && (
        <section class="waiting" aria-labelledby="waiting-heading">
          <div class="waiting-head">
            <h2 id="waiting-heading">
              <Icon name="inbox" /> {waitingWords(waiting.length)}
            </h2>
            {waiting.length > 1 && (
              <span class="row">
                <button
                  type="button"
                  onClick={() => discard(waiting.map(({ captureId }) => captureId))}
                >
                  {t("waiting.discardAll")}
                </button>
                <button
                  type="button"
                  disabled={savingAll.isBusy || readable.length === 0}
                  onClick={() => void savingAll.run()}
                >
                  {t("waiting.saveAll")}
                </button>
              </span>
            )}
          </div>
          {savingAll.failure && <Notice kind="alert">{failureWords(savingAll.failure)}</Notice>}
          <ul aria-labelledby="waiting-heading">
            {waiting.map((token) => (
              <WaitingToken
                key={token.captureId}
                token={token}
                onDescribe={(description) => typed.current.set(token.captureId, description)}
                onSave={(description) => onSaveWaiting(token.captureId, description)}
                onDiscard={() => discard([token.captureId])}
              />
            ))}
          </ul>
        </section>
      )}
      {gone.length > 0 && (
        <div class="notice" role="status">
          <div class="undo">
            <span>{goneWords(gone)}</span>
            <button type="button" onClick={undo}>
              {t("waiting.undo")}
            </button>
          </div>
        </div>
      )}
    </>
  );
}

function goneWords(gone: HeldToken[]): string {
  const [first] = gone;
  return gone.length === 1 && first?.description
    ? t("waiting.goneNamed", first.description)
    : tn("waiting.gone", gone.length);
}

const NONE: ReadonlySet<string> = new Set();

/** Carried out after {@link UNDO_MS}, when others are discarded, or when the view closes. */
function useUndoableDiscard(onDiscard: (captureId: string) => Promise<void>) {
  const [discarded, setDiscarded] = useState(NONE);
  const pending = useRef(NONE);

  const carryOut = useCallback(() => {
    const captureIds = [...pending.current];
    pending.current = NONE;
    // A discard that failed leaves the key waiting, which the list then shows.
    for (const captureId of captureIds) onDiscard(captureId).catch(() => setDiscarded(NONE));
  }, [onDiscard]);
  useEffect(() => {
    if (discarded.size === 0) return;
    const timer = setTimeout(carryOut, UNDO_MS);
    addEventListener("pagehide", carryOut);
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", carryOut);
    };
  }, [discarded, carryOut]);

  return {
    discarded,
    discard(captureIds: string[]) {
      carryOut();
      pending.current = new Set(captureIds);
      setDiscarded(pending.current);
    },
    undo() {
      pending.current = NONE;
      setDiscarded(NONE);
    },
  };
}
