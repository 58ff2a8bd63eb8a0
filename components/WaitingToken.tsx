import { useState } from "preact/hooks";
import type { HeldToken } from "../lib/vault/vault";
import { dateAndTime, day } from "./dates";
import { failureWords } from "./failure-words";
import { Notice } from "./Notice";
import { useAction } from "./use-action";

export function WaitingToken({
  token,
  onSave,
  onDiscard,
}: {
  token: HeldToken;
  onSave: (description: string) => Promise<void>;
  onDiscard: () => void;
}) {
  const [description, setDescription] = useState(token.description);
  const saving = useAction(onSave);
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
      <div class="key-line">
        <span class="quiet">
          {endWords(token)} · seen {dateAndTime(token.capturedAt)}
        </span>
        <span class="row">
          <button type="button" onClick={onDiscard}>
            Discard
          </button>
          <button
            type="button"
            class="primary"
            disabled={saving.isBusy}
            onClick={() => void saving.run(description.trim())}
          >
            Save
          </button>
        </span>
      </div>
      {saving.failure && <Notice kind="alert">{failureWords(saving.failure)}</Notice>}
    </li>
  );
}

function endWords({ end }: HeldToken): string {
  if (end.kind === "at") return `Valid until ${day(end.at)}`;
  return end.kind === "never" ? "Never expires" : "Expiry unknown";
}
