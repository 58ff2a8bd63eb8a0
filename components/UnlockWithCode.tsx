import { useState } from "preact/hooks";
import { failureWords } from "./failure-words";
import { Notice } from "./Notice";
import { useAction } from "./use-action";

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
      <h2>Unlock with the recovery code</h2>
      <div class="field">
        <label for="recovery-code">Recovery code</label>
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
      <p class="quiet">
        Afterwards, set a new passphrase on the Vault page of the workspace: the recovery code is
        taken there in place of the old one.
      </p>
      <button type="submit" class="primary" disabled={unlocking.isBusy || code.trim() === ""}>
        {unlocking.isBusy ? "Unlocking…" : "Unlock"}
      </button>
      <button type="button" class="link" onClick={onCancel}>
        Use the passphrase
      </button>
      {wrong && (
        <Notice kind="alert">
          This code does not open the vault. It has 32 letters and digits in eight groups; a newer
          code ends an older one.
        </Notice>
      )}
      {unlocking.failure && <Notice kind="alert">{failureWords(unlocking.failure)}</Notice>}
    </form>
  );
}
