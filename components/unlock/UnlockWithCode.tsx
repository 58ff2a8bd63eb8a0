import { useState } from "preact/hooks";
import { t } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { useAction } from "../use-action";

/** For somebody who forgot the passphrase and wrote the recovery code down. */
export function UnlockWithCode({
  onUnlock,
  onCancel,
}: {
  /** Resolves to `false` when the code does not open the vault. */
  onUnlock: (code: string) => Promise<boolean>;
  onCancel: () => void;
}) {
  const [code, setCode] = useState("");
  const [wrong, setWrong] = useState(false);
  const unlocking = useAction(async () => setWrong(!(await onUnlock(code))));
  return (
    <form
      class="gate"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim()) void unlocking.run();
      }}
    >
      <h2>{t("unlock.codeTitle")}</h2>
      <div class="field">
        <label for="recovery-code">{t("unlock.code")}</label>
        <input
          id="recovery-code"
          type="password"
          value={code}
          autoComplete="off"
          spellcheck={false}
          aria-invalid={wrong}
          onInput={(event) => {
            setCode(event.currentTarget.value);
            setWrong(false);
          }}
        />
      </div>
      <p class="quiet">{t("unlock.afterwards")}</p>
      <button type="submit" class="primary" disabled={unlocking.isBusy || code.trim() === ""}>
        {t(unlocking.isBusy ? "unlock.unlocking" : "unlock.unlock")}
      </button>
      <button type="button" class="link" onClick={onCancel}>
        {t("unlock.usePassphrase")}
      </button>
      {wrong && <Notice kind="alert">{t("unlock.wrongCode")}</Notice>}
      {unlocking.failure && <Notice kind="alert">{failureWords(unlocking.failure)}</Notice>}
    </form>
  );
}
