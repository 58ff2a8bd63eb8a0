import { useEffect, useRef, useState } from "preact/hooks";
import { failureWords } from "./failure-words";
import { Icon } from "./Icon";
import { Notice } from "./Notice";
import { PassphraseField } from "./PassphraseField";
import { useAction } from "./use-action";
import { WaitingCount } from "./WaitingCount";

/** @param onUnlock - Resolves to `false` when the passphrase does not open the vault. */
export function Unlock({
  waiting,
  onUnlock,
}: {
  waiting: number;
  onUnlock: (passphrase: string) => Promise<boolean>;
}) {
  const [passphrase, setPassphrase] = useState("");
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const unlocking = useAction(async (entered: string) => {
    setWrong(false);
    if (await onUnlock(entered)) return;
    setWrong(true);
    field.current?.select();
  });
  useEffect(() => field.current?.focus(), []);

  return (
    <form
      class="gate"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase) void unlocking.run(passphrase);
      }}
    >
      <span class="gate-picture">
        <Icon name="lock" />
      </span>
      <h2>Your vault is locked</h2>
      <WaitingCount count={waiting} />
      <PassphraseField
        id="passphrase"
        label="Passphrase"
        value={passphrase}
        onInput={(value) => {
          setPassphrase(value);
          setWrong(false);
        }}
        autoComplete="current-password"
        inputRef={field}
        invalid={wrong}
      />
      <button type="submit" class="primary" disabled={unlocking.isBusy || passphrase === ""}>
        {unlocking.isBusy ? "Unlocking…" : "Unlock"}
      </button>
      {wrong && (
        <Notice kind="alert">
          This passphrase does not open the vault. Check capitals and keyboard layout, then try
          again.
        </Notice>
      )}
      {unlocking.failure && <Notice kind="alert">{failureWords(unlocking.failure)}</Notice>}
    </form>
  );
}
