import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Proof } from "../../lib/vault/proof";
import { t } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { PassphraseField } from "../unlock/PassphraseField";
import { useAction } from "../use-action";

/**
 * Asks for the passphrase (or the recovery code) once more before the ways into the vault change.
 *
 * @param onProven - Rejects with `WrongProofError` when the proof does not open the vault.
 * @param check - A sentence that says what is still wrong with the rest of the form; `null` when nothing is.
 */
export function ProofForm({
  id,
  button,
  onProven,
  onCancel,
  check = () => null,
  children,
}: {
  id: string;
  button: string;
  onProven: (proof: Proof) => Promise<void>;
  onCancel: () => void;
  check?: () => Promise<string | null> | string | null;
  children?: ComponentChildren;
}) {
  const [kind, setKind] = useState<"passphrase" | "recovery">("passphrase");
  const [entered, setEntered] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const proving = useAction(async () => {
    const wrong = await check();
    setProblem(wrong);
    if (wrong !== null) return;
    await onProven(
      kind === "passphrase" ? { kind, passphrase: entered } : { kind: "recovery", code: entered },
    );
  });
  const isPassphrase = kind === "passphrase";
  return (
    <form
      class="proof"
      onSubmit={(event) => {
        event.preventDefault();
        if (entered) void proving.run();
      }}
    >
      <PassphraseField
        id={`${id}-proof`}
        label={t(isPassphrase ? "passphrase.current" : "unlock.code")}
        value={entered}
        onInput={setEntered}
        autoComplete="current-password"
      />
      <button
        type="button"
        class="link"
        onClick={() => {
          setKind(isPassphrase ? "recovery" : "passphrase");
          setEntered("");
        }}
      >
        {t(isPassphrase ? "ways.useCode" : "ways.usePassphrase")}
      </button>
      {children}
      {problem && <Notice kind="alert">{problem}</Notice>}
      {proving.failure && <Notice kind="alert">{failureWords(proving.failure)}</Notice>}
      <div class="row">
        <button type="submit" class="primary" disabled={proving.isBusy || entered === ""}>
          {proving.isBusy ? t("common.working") : button}
        </button>
        <button type="button" onClick={onCancel}>
          {t("common.cancel")}
        </button>
      </div>
    </form>
  );
}
