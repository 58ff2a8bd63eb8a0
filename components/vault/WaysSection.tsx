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
import { RemoveWay } from "./RemoveWay";

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
  code: NewCode | null;
  setCode: (code: NewCode | null) => void;
}

export interface NewCode {
  written: string;
  /** Slots of older codes, which open the vault until this one is written down. */
  older: string[];
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
  const ending = useAction(endOlder);
  const recoveries = slots.filter(({ kind }) => kind === "recovery").map(({ id }) => id);
  const isNew = (id: string, kind: SlotFacts["kind"]) =>
    kind === "recovery" && !code?.older.includes(id);
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
    if (made) setCode({ written: made, older: recoveries });
    // A code of before opens nothing any more.
    else if (doing === "vault-key") setCode(null);
    setDone(words);
  }
  async function endOlder(older: string[]) {
    for (const id of older) if (recoveries.includes(id)) await actions.onRemoveWay(id);
    setCode(null);
  }

  return (
    <section aria-labelledby="vault-ways">
      <h2 id="vault-ways">{t("ways.heading")}</h2>
      <ul aria-label={t("ways.list")} class="ways">
        {slots.toSorted(byKind).map(({ id, kind }) => (
          <li key={id}>
            <span>{t(code && isNew(id, kind) ? "ways.newCode" : NAMES[kind])}</span>
            {kind !== "passphrase" && (
              <RemoveWay
                kind={kind}
                onRemove={async () => {
                  await actions.onRemoveWay(id);
                  if (isNew(id, kind)) setCode(null);
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {recoveries.length > 1 && !code && <Notice kind="status">{t("ways.severalCodes")}</Notice>}
      {done && (
        <Notice kind="status" tone="good">
          {t(done)}
        </Notice>
      )}
      {code && (
        <Notice kind="status" tone="good">
          <p>
            <Said words={t("ways.writeDown", ...HERE)}>
              <output class="mono">{code.written}</output>
            </Said>
          </p>
          {code.older.length > 0 && <p>{t("ways.untilThen")}</p>}
          <button
            type="button"
            disabled={ending.isBusy}
            onClick={() => void ending.run(code.older)}
          >
            {t("ways.written")}
          </button>
        </Notice>
      )}
      {ending.failure && <Notice kind="alert">{failureWords(ending.failure)}</Notice>}
      {doing === null ? (
        <div class="row">
          <button type="button" onClick={() => start("passphrase")}>
            {t("ways.changePassphrase")}
          </button>
          <button type="button" onClick={() => start("recovery")}>
            {t(recoveries.length > 0 ? "ways.newCode" : "ways.firstCode")}
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
const KINDS = Object.keys(NAMES);
const byKind = (one: SlotFacts, other: SlotFacts) =>
  KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind);

const BUTTONS: Record<Doing, WordName> = {
  passphrase: "ways.changePassphrase",
  recovery: "ways.makeCode",
  passkey: "ways.addPasskey",
  "vault-key": "ways.encryptAnew",
};
