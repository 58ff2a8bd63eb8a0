import type { PassphraseVerdict } from "../../lib/vault/passphrase";
import { PassphraseField } from "../PassphraseField";

export interface TwicePassphrase {
  passphrase: string;
  repeated: string;
}

/** A passphrase that is typed twice. */
export function NewPassphrase({
  id,
  label,
  value,
  onInput,
}: {
  id: string;
  label: string;
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
        label={`Repeat ${label.charAt(0).toLowerCase()}${label.slice(1)}`}
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
  if (problem === "too-short") return "The passphrase needs at least 12 characters.";
  if (!accepted) return "This passphrase is easy to guess. Use several unrelated words.";
  if (passphrase.normalize("NFKC") !== repeated.normalize("NFKC"))
    return "The two passphrases differ. Type the same one twice.";
  return null;
}
