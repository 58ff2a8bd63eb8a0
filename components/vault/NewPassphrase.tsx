import type { PassphraseVerdict } from "../../lib/vault/passphrase";
import { t } from "../../lib/words/words";
import { PassphraseField } from "../unlock/PassphraseField";

export interface TwicePassphrase {
  passphrase: string;
  repeated: string;
}

/** A passphrase that is typed twice. */
export function NewPassphrase({
  id,
  label,
  repeatLabel,
  value,
  onInput,
}: {
  id: string;
  label: string;
  repeatLabel: string;
  value: TwicePassphrase;
  onInput: (value: TwicePassphrase) => void;
}) {
  return (
    <>
      <PassphraseField
        id={`${id}-new`}
        label={label}
        value={value.passphrase}
        onInput={(passphrase) => onInput({ ...value, passphrase })}
        autoComplete="new-password"
      />
      <PassphraseField
        id={`${id}-repeated`}
        label={repeatLabel}
        value={value.repeated}
        onInput={(repeated) => onInput({ ...value, repeated })}
        autoComplete="new-password"
      />
    </>
  );
}

/** A sentence that says what is wrong with it; `null` when nothing is. */
export async function passphraseProblem(
  { passphrase, repeated }: TwicePassphrase,
  onJudge: (passphrase: string) => Promise<PassphraseVerdict>,
): Promise<string | null> {
  const { accepted, problem } = await onJudge(passphrase);
  if (problem === "too-short") return t("passphrase.tooShort");
  if (!accepted) return t("passphrase.easy");
  if (passphrase.normalize("NFKC") !== repeated.normalize("NFKC")) return t("passphrase.differ");
  return null;
}
