import { useState } from "preact/hooks";
import type { HeldToken } from "../lib/vault/vault";
import { dateAndTime } from "./dates";
import { failureWords } from "./failure-words";
import { Icon } from "./Icon";
import { Notice } from "./Notice";
import { useAction } from "./use-action";
import { waitingWords } from "./WaitingCount";

export interface WaitingActions {
  onSaveWaiting: (captureId: string, description: string) => Promise<void>;
  onDiscardWaiting: (captureId: string) => Promise<void>;
}

/** Tokens that were seen in the page and sealed, but that nobody saved yet. */
export function WaitingTokens({ held, ...actions }: { held: HeldToken[] } & WaitingActions) {
  if (held.length === 0) return null;
  return (
    <section class="waiting" aria-labelledby="waiting-heading">
      <h2 id="waiting-heading">
        <Icon name="inbox" /> {waitingWords(held.length)}
      </h2>
      <ul>
        {held.map((token) => (
          <WaitingToken key={token.captureId} token={token} {...actions} />
        ))}
      </ul>
    </section>
  );
}

function WaitingToken({
  token,
  onSaveWaiting,
  onDiscardWaiting,
}: { token: HeldToken } & WaitingActions) {
  const [description, setDescription] = useState(token.description);
  const [isDiscarding, setDiscarding] = useState(false);
  const saving = useAction(() => onSaveWaiting(token.captureId, description));
  const discarding = useAction(() => onDiscardWaiting(token.captureId));
  const failure = saving.failure ?? discarding.failure;
  const fieldId = `waiting-${token.captureId}`;
  return (
    <li>
      <div class="field">
        <label for={fieldId}>Description</label>
        <input
          id={fieldId}
          value={description}
          placeholder="What is this key for?"
          maxLength={200}
          onInput={(event) => setDescription(event.currentTarget.value)}
        />
      </div>
      <p class="quiet">Seen in the console {dateAndTime(token.capturedAt)}</p>
      {isDiscarding ? (
        <div class="confirm">
          <p>
            The console never shows this key again. Discarded, it still works but nobody can use it;
            delete it in the console.
          </p>
          <div class="row">
            <button
              type="button"
              class="danger"
              disabled={discarding.isBusy}
              onClick={() => void discarding.run()}
            >
              Discard for good
            </button>
            <button type="button" onClick={() => setDiscarding(false)}>
              Keep it
            </button>
          </div>
        </div>
      ) : (
        <div class="row">
          <button
            type="button"
            class="primary"
            disabled={saving.isBusy}
            onClick={() => void saving.run()}
          >
            Save
          </button>
          <button type="button" onClick={() => setDiscarding(true)}>
            Discard
          </button>
        </div>
      )}
      {failure && <Notice kind="alert">{failureWords(failure)}</Notice>}
    </li>
  );
}
