import { useState } from "preact/hooks";
import type { PassphraseVerdict } from "../../lib/vault/passphrase";
import type { Proof } from "../../lib/vault/proof";
import type { SlotFacts } from "../../lib/vault/slot-facts";
import { t, type WordName } from "../../lib/words/words";
import { presentPolicy } from "../chosen";
import { failureWords } from "../failure-words";
import { HERE, Said } from "../frame/Said";
import { Notice } from "../Notice";
import { SetByOrganisation } from "../settings/SetByOrganisation";
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
const DONE: Record<Exclude<Doing, "recovery">, WordName> = {
  passphrase: "ways.passphraseChanged",
  passkey: "ways.passkeyAdded",
  "vault-key": "ways.encrypted",
};

/** A code that was made and not yet written down; it must outlive a look at another place. */
export interface FreshCode {
  code: string | null;
  setCode: (code: string | null) => void;
}

/** Passphrase, recovery code, passkeys: what opens the vault, and how that is changed. */
export function WaysSection({
  slots,
  actions,
  code,
  setCode,
}: { slots: SlotFacts[]; actions: WaysActions } & FreshCode) {
  const [doing, setDoing] = useState<Doing | null>(null);
  const [entered, setEntered] = useState(EMPTY);
  const [done, setDone] = useState<WordName | null>(null);
  const removing = useAction(actions.onRemoveWay);
  const hasRecovery = slots.some(({ kind }) => kind === "recovery");
  const needsNew = doing === "passphrase" || doing === "vault-key";

  function start(what: Doing | null) {
    setDoing(what);
    setEntered(EMPTY);
    setDone(null);
  }
  async function prove(proof: Proof) {
    if (doing === "passphrase") await actions.onChangePassphrase(proof, entered.passphrase);
    if (doing === "vault-key") await actions.onNewVaultKey(proof, entered.passphrase);
    if (doing === "passkey") await actions.onAddPasskey?.(proof);
    const made = doing === "recovery" ? await actions.onRecoveryCode(proof) : null;
    const words = doing && doing !== "recovery" ? DONE[doing] : null;
    start(null);
    // A code of before opens nothing any more.
    if (made || doing === "vault-key") setCode(made);
    setDone(words);
  }

  return (
    <section aria-labelledby="vault-ways">
      <h2 id="vault-ways">{t("ways.heading")}</h2>
      <ul aria-label={t("ways.list")} class="ways">
        {slots.map(({ id, kind }) => (
          <li key={id}>
            <span>{t(NAMES[kind])}</span>
            {kind !== "passphrase" && (
              <button
                type="button"
                disabled={removing.isBusy}
                onClick={async () => {
                  if ((await removing.run(id)) && kind === "recovery") setCode(null);
                }}
              >
                {t(REMOVE[kind])}
              </button>
            )}
          </li>
        ))}
      </ul>
      {removing.failure && <Notice kind="alert">{failureWords(removing.failure)}</Notice>}
      {done && (
        <Notice kind="status" tone="good">
          {t(done)}
        </Notice>
      )}
      {code && (
        <Notice kind="status" tone="good">
          <p>
            <Said words={t("ways.writeDown", ...HERE)}>
              <output class="mono">{code}</output>
            </Said>
          </p>
          <button type="button" onClick={() => setCode(null)}>
            {t("ways.written")}
          </button>
        </Notice>
      )}
      {doing === null ? (
        <div class="row">
          <button type="button" onClick={() => start("passphrase")}>
            {t("ways.changePassphrase")}
          </button>
          <button type="button" onClick={() => start("recovery")}>
            {t(hasRecovery ? "ways.newCode" : "ways.firstCode")}
          </button>
          {actions.onAddPasskey && presentPolicy().forbidsPasskey && <SetByOrganisation />}
          {actions.onAddPasskey && (
            <button
              type="button"
              disabled={presentPolicy().forbidsPasskey}
              onClick={() => start("passkey")}
            >
              {t("ways.addAPasskey")}
            </button>
          )}
          <button type="button" onClick={() => start("vault-key")}>
            {t("ways.known")}
          </button>
        </div>
      ) : (
        <ProofForm
          key={doing}
          id={doing}
          button={t(BUTTONS[doing])}
          onProven={prove}
          onCancel={() => start(null)}
          check={() => (needsNew ? passphraseProblem(entered, actions.onJudge) : null)}
        >
          {doing === "vault-key" && <p class="quiet">{t("ways.encryptWords")}</p>}
          {needsNew && (
            <NewPassphrase
              id={doing}
              label={t("passphrase.new")}
              repeatLabel={t("passphrase.repeatNew")}
              value={entered}
              onInput={setEntered}
            />
          )}
        </ProofForm>
      )}
    </section>
  );
}

const NAMES: Record<SlotFacts["kind"], WordName> = {
  passphrase: "ways.passphrase",
  recovery: "ways.recovery",
  passkey: "ways.passkey",
};
const REMOVE: Record<Exclude<SlotFacts["kind"], "passphrase">, WordName> = {
  recovery: "ways.removeRecovery",
  passkey: "ways.removePasskey",
};
const BUTTONS: Record<Doing, WordName> = {
  passphrase: "ways.changePassphrase",
  recovery: "ways.makeCode",
  passkey: "ways.addPasskey",
  "vault-key": "ways.encryptAnew",
};
