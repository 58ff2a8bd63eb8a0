import { useState } from "preact/hooks";
import type { PassphraseVerdict } from "../../lib/vault/passphrase";
import type { Proof } from "../../lib/vault/proof";
import type { SlotFacts } from "../../lib/vault/slot-facts";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { useAction } from "../use-action";
import { NewPassphrase, passphraseProblem } from "./NewPassphrase";
import { ProofForm } from "./ProofForm";

export interface WaysActions {
  onJudge: (passphrase: string) => Promise<PassphraseVerdict>;
  onChangePassphrase: (proof: Proof, passphrase: string) => Promise<void>;
  /** Resolves to the code as it is to be written down. */
  onRecoveryCode: (proof: Proof) => Promise<string>;
  /** Absent where the browser cannot make one that opens a vault. */
  onAddPasskey?: (proof: Proof) => Promise<void>;
  onRemoveWay: (slotId: string) => Promise<void>;
  onNewVaultKey: (proof: Proof, passphrase: string) => Promise<void>;
}

type Doing = "passphrase" | "recovery" | "passkey" | "vault-key";
const EMPTY = { passphrase: "", repeated: "" };
const DONE: Record<Exclude<Doing, "recovery">, string> = {
  passphrase: "The passphrase was changed. The old one opens nothing from now on.",
  passkey: "The passkey was added. The passphrase still opens the vault too.",
  "vault-key":
    "Everything was encrypted anew. The old passphrase, recovery code and passkeys open nothing of it. Whoever has an old copy of this disk and the old passphrase can still open that copy: revoke the keys in the console.",
};

/** Passphrase, recovery code, passkeys: what opens the vault, and how that is changed. */
export function WaysSection({ slots, actions }: { slots: SlotFacts[]; actions: WaysActions }) {
  const [doing, setDoing] = useState<Doing | null>(null);
  const [entered, setEntered] = useState(EMPTY);
  const [code, setCode] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const removing = useAction(actions.onRemoveWay);
  const hasRecovery = slots.some(({ kind }) => kind === "recovery");
  const needsNew = doing === "passphrase" || doing === "vault-key";

  function start(what: Doing | null) {
    setDoing(what);
    setEntered(EMPTY);
    setCode(null);
    setDone(null);
  }
  async function prove(proof: Proof) {
    if (doing === "passphrase") await actions.onChangePassphrase(proof, entered.passphrase);
    if (doing === "vault-key") await actions.onNewVaultKey(proof, entered.passphrase);
    if (doing === "passkey") await actions.onAddPasskey?.(proof);
    const made = doing === "recovery" ? await actions.onRecoveryCode(proof) : null;
    const words = doing && doing !== "recovery" ? DONE[doing] : null;
    start(null);
    setCode(made);
    setDone(words);
  }

  return (
    <section aria-labelledby="vault-ways">
      <h2 id="vault-ways">What opens the vault</h2>
      <ul aria-label="Ways into the vault" class="ways">
        {slots.map(({ id, kind }) => (
          <li key={id}>
            <span>{NAMES[kind]}</span>
            {kind !== "passphrase" && (
              <button
                type="button"
                disabled={removing.isBusy}
                onClick={() => void removing.run(id)}
              >
                Remove {NAMES[kind].toLowerCase()}
              </button>
            )}
          </li>
        ))}
      </ul>
      {removing.failure && <Notice kind="alert">{failureWords(removing.failure)}</Notice>}
      {done && (
        <Notice kind="status" tone="good">
          {done}
        </Notice>
      )}
      {code && (
        <Notice kind="status" tone="good">
          <p>
            Write this down and keep it apart from this computer. It is shown only now, and any
            older code has ended: <output class="mono">{code}</output>
          </p>
          <button type="button" onClick={() => setCode(null)}>
            I have written it down
          </button>
        </Notice>
      )}
      {doing === null ? (
        <div class="row wrap">
          <button type="button" onClick={() => start("passphrase")}>
            Change passphrase
          </button>
          <button type="button" onClick={() => start("recovery")}>
            {hasRecovery ? "New recovery code" : "Make a recovery code"}
          </button>
          {actions.onAddPasskey && (
            <button type="button" onClick={() => start("passkey")}>
              Add a passkey
            </button>
          )}
          <button type="button" onClick={() => start("vault-key")}>
            Somebody may know my passphrase
          </button>
        </div>
      ) : (
        <ProofForm
          key={doing}
          id={doing}
          button={BUTTONS[doing]}
          onProven={prove}
          onCancel={() => start(null)}
          check={() => (needsNew ? passphraseProblem(entered, actions.onJudge) : null)}
        >
          {doing === "vault-key" && (
            <p class="quiet">
              Everything is encrypted anew under a new key and a new passphrase. Recovery code and
              passkeys must be made anew.
            </p>
          )}
          {needsNew && (
            <NewPassphrase id={doing} label="New passphrase" value={entered} onInput={setEntered} />
          )}
        </ProofForm>
      )}
    </section>
  );
}

const NAMES: Record<SlotFacts["kind"], string> = {
  passphrase: "Passphrase",
  recovery: "Recovery code",
  passkey: "Passkey",
};
const BUTTONS: Record<Doing, string> = {
  passphrase: "Change passphrase",
  recovery: "Make recovery code",
  passkey: "Add passkey",
  "vault-key": "Encrypt everything anew",
};
