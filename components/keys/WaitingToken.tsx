import { useState } from "preact/hooks";
import type { HeldToken } from "../../lib/vault/vault";
import { t } from "../../lib/words/words";
import { dateAndTime, day } from "../dates";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { useAction } from "../use-action";

/** A sealed token that waits for the person's word, and what is wrong with it, if anything. */
export function WaitingToken({
  token,
  onDescribe,
  onSave,
  onDiscard,
}: {
  token: HeldToken;
  /** Told of every letter: all of them may be saved from above. */
  onDescribe: (description: string) => void;
  onSave: (description: string) => Promise<void>;
  onDiscard: () => void;
}) {
  const [description, setDescription] = useState(token.description);
  const saving = useAction(onSave);
  const fieldId = `waiting-${token.captureId}`;
  if (token.problem === "unreadable")
    return (
      <li>
        <Notice kind="alert">{t("waiting.unreadable")}</Notice>
        <div class="row">
          <button type="button" onClick={onDiscard}>
            {t("waiting.discard")}
          </button>
        </div>
      </li>
    );
  return (
    <li>
      <div class="field">
        <label for={fieldId}>{t("common.description")}</label>
        <input
          id={fieldId}
          value={description}
          placeholder={t("addKey.purpose")}
          maxLength={200}
          onInput={(event) => {
            setDescription(event.currentTarget.value);
            onDescribe(event.currentTarget.value);
          }}
        />
      </div>
      <div class="key-line">
        <span class="quiet">
          {endWords(token)} · {t("waiting.seen", dateAndTime(token.capturedAt))}
        </span>
        <span class="row">
          <button type="button" onClick={onDiscard}>
            {t("waiting.discard")}
          </button>
          <button
            type="button"
            class="primary"
            disabled={saving.isBusy}
            onClick={() => void saving.run(description.trim())}
          >
            {t("waiting.save")}
          </button>
        </span>
      </div>
      {token.problem === "may-be-exposed" && (
        <Notice kind="status" tone="danger">
          {t("keys.mayBeExposed")}
        </Notice>
      )}
      {saving.failure && <Notice kind="alert">{failureWords(saving.failure)}</Notice>}
    </li>
  );
}

function endWords({ end }: HeldToken): string {
  if (end.kind === "at") return t("waiting.validUntil", day(end.at));
  return t(end.kind === "never" ? "waiting.neverExpires" : "waiting.unknownEnd");
}
