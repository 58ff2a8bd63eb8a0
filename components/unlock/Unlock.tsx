import { useEffect, useRef, useState } from "preact/hooks";
import type { SlotFacts } from "../../lib/vault/slot-facts";
import { t } from "../../lib/words/words";
import { presentPolicy } from "../chosen";
import { Icon } from "../Icon";
import { preloadSoon } from "../later";
import { FailureNotice, UnlockWithCode } from "../later-parts";
import { Notice } from "../Notice";
import { useAction } from "../use-action";
import { PassphraseField } from "./PassphraseField";
import { WaitingCount } from "./WaitingCount";

const SUCCESSION_MS = 250;

/**
 * Each way in resolves to `false` when it does not open the vault.
 *
 * @param startsWithPasskey - The passkey is asked for at once.
 */
export function Unlock({
  waiting,
  ways,
  startsWithPasskey = false,
  onUnlock,
  onUnlockWithCode,
  onUnlockWithPasskey,
}: {
  waiting: number;
  ways: readonly SlotFacts["kind"][];
  startsWithPasskey?: boolean;
  onUnlock: (passphrase: string) => Promise<boolean>;
  onUnlockWithCode: (code: string) => Promise<boolean>;
  onUnlockWithPasskey: () => Promise<boolean>;
}) {
  const [hasNoPassphrase, setHasNoPassphrase] = useState(false);
  const [refusedPasskey, setRefusedPasskey] = useState(false);
  const asking = useAction(async () => {
    setRefusedPasskey(false);
    setRefusedPasskey(!(await onUnlockWithPasskey()));
  });
  const hasPasskey = ways.includes("passkey") && !presentPolicy().forbidsPasskey;
  const starts = startsWithPasskey && hasPasskey;
  const { run: askPasskey } = asking;
  const asked = useRef(false);
  useEffect(() => {
    // Once: whoever cancels it must get to the passphrase.
    if (!starts || asked.current) return;
    asked.current = true;
    void askPasskey();
  }, [starts, askPasskey]);
  const [passphrase, setPassphrase] = useState("");
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const unlocking = useAction(async (entered: string) => {
    setWrong(false);
    // The keys take this place in a moment: nothing of it is to change before.
    if (await onUnlock(entered))
      return new Promise<void>((resolve) => setTimeout(resolve, SUCCESSION_MS));
    setWrong(true);
    return field.current?.select();
  });
  useEffect(() => preloadSoon(FailureNotice, UnlockWithCode), []);
  useEffect(() => {
    if (!hasNoPassphrase) field.current?.focus();
  }, [hasNoPassphrase]);
  if (hasNoPassphrase)
    return (
      <UnlockWithCode onUnlock={onUnlockWithCode} onCancel={() => setHasNoPassphrase(false)} />
    );

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
      <h2>{t("unlock.title")}</h2>
      <WaitingCount count={waiting} />
      <PassphraseField
        id="passphrase"
        label={t("passphrase.label")}
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
        {t(unlocking.isBusy ? "unlock.unlocking" : "unlock.unlock")}
      </button>
      {hasPasskey && (
        <button type="button" disabled={asking.isBusy} onClick={() => void asking.run()}>
          {t(asking.isBusy ? "unlock.awaitingPasskey" : "unlock.withPasskey")}
        </button>
      )}
      {ways.includes("recovery") && (
        <button type="button" class="link" onClick={() => setHasNoPassphrase(true)}>
          {t("unlock.useCode")}
        </button>
      )}
      {refusedPasskey && <Notice kind="alert">{t("unlock.wrongPasskey")}</Notice>}
      {asking.failure && <FailureNotice failure={asking.failure} />}
      {wrong && <Notice kind="alert">{t("unlock.wrong")}</Notice>}
      {unlocking.failure && <FailureNotice failure={unlocking.failure} />}
    </form>
  );
}
