import { useState } from "preact/hooks";
import { t } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { HERE, Said } from "../frame/Said";
import { TypeToConfirm } from "../frame/TypeToConfirm";
import { Notice } from "../Notice";
import { useAction } from "../use-action";

/** Asks for the description to be typed, or for a plain word where the key has none. */
export function RemoveKey({
  name,
  onRemove,
  onCancel,
}: {
  name: string;
  onRemove: () => Promise<void>;
  onCancel: () => void;
}) {
  const [typed, setTyped] = useState("");
  const removing = useAction(onRemove);
  const expected = name.trim() || t("removeKey.word");
  const agrees = typed.trim() === expected;
  return (
    <form
      class="confirm"
      onSubmit={(event) => {
        event.preventDefault();
        if (agrees) void removing.run();
      }}
    >
      <p>
        <Said words={t("removeKey.lead", ...HERE)}>
          <strong>{t("removeKey.livesOn")}</strong>
        </Said>
      </p>
      <TypeToConfirm
        words="removeKey.confirm"
        expected={expected}
        value={typed}
        onInput={setTyped}
      />
      {removing.failure && <Notice kind="alert">{failureWords(removing.failure)}</Notice>}
      <div class="row">
        <button type="submit" class="danger" disabled={!agrees || removing.isBusy}>
          {t("keyDetails.remove")}
        </button>
        <button type="button" onClick={onCancel}>
          {t("common.cancel")}
        </button>
      </div>
    </form>
  );
}
