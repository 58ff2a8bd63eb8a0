import { useEffect, useRef, useState } from "preact/hooks";
import type { KeyEnd } from "../../lib/keys/api-key";
import type { RefusedBecause } from "../../lib/keys/pasted-token";
import { t, type WordName } from "../../lib/words/words";
import { dateAndTime } from "../dates";
import { failureWords } from "../failure-words";
import { HERE, Said } from "../frame/Said";
import { Notice } from "../Notice";
import { useAction } from "../use-action";
import { type PastedKey, readPasted } from "./read-pasted";

const REFUSED: Record<RefusedBecause, WordName> = {
  empty: "addKey.empty",
  "too-long": "addKey.tooLong",
  "no-key": "addKey.noKey",
  "look-alike": "addKey.lookAlike",
  "unexpected-character": "addKey.unexpectedCharacter",
  "cut-short": "addKey.cutShort",
  damaged: "addKey.damaged",
  "two-keys": "addKey.twoKeys",
  "unsure-where-it-ends": "addKey.unsureWhereItEnds",
};

/** Takes a key that was kept elsewhere until now. Wrapping around the key is removed, the key never changed. */
export function AddKey({
  onAdd,
  onDone,
}: {
  onAdd: (key: { token: string; description: string; end: KeyEnd }) => Promise<void>;
  onDone: () => void;
}) {
  const [pasted, setPasted] = useState("");
  const [description, setDescription] = useState("");
  const [expiresOn, setExpiresOn] = useState("");
  const [wasTried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const adding = useAction(onAdd);
  const read = pasted.trim() === "" ? null : readPasted(pasted);
  const knowsEnd = read?.kind === "token" && read.end.kind !== "unknown";
  useEffect(() => field.current?.focus(), []);

  async function add() {
    setTried(true);
    if (read?.kind === "refused") field.current?.setSelectionRange(read.at, read.at + 1);
    if (read?.kind !== "token") return field.current?.focus();
    const end: KeyEnd =
      knowsEnd || expiresOn === ""
        ? read.end
        : { kind: "at", at: new Date(expiresOn).toISOString(), from: "person" };
    if (await adding.run({ token: read.token, description: description.trim(), end })) onDone();
  }

  return (
    <form
      class="add-key"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h2>{t("keys.addByHand")}</h2>
      <div class="field">
        <label for="pasted-key">{t("addKey.apiKey")}</label>
        <textarea
          id="pasted-key"
          ref={field}
          class="secret"
          rows={3}
          spellcheck={false}
          autoComplete="off"
          autocapitalize="off"
          value={pasted}
          aria-describedby="pasted-hint"
          aria-invalid={wasTried && read?.kind !== "token"}
          onInput={(event) => setPasted(event.currentTarget.value)}
        />
        <p id="pasted-hint" class="quiet" aria-live="polite">
          {pastedHint(read)}
        </p>
      </div>
      {read?.kind === "refused" && (
        <Notice kind="alert">
          {t(REFUSED[read.reason])} <Place text={pasted} at={read.at} />
        </Notice>
      )}
      {wasTried && read === null && <Notice kind="alert">{t("addKey.pasteFirst")}</Notice>}
      <div class="field">
        <label for="key-description">{t("common.description")}</label>
        <input
          id="key-description"
          value={description}
          maxLength={200}
          placeholder={t("addKey.purpose")}
          onInput={(event) => setDescription(event.currentTarget.value)}
        />
      </div>
      {!knowsEnd && (
        <div class="field">
          <label for="key-expires">{t("addKey.expiresOn")}</label>
          <input
            id="key-expires"
            type="datetime-local"
            value={expiresOn}
            onInput={(event) => setExpiresOn(event.currentTarget.value)}
          />
        </div>
      )}
      {adding.failure && <Notice kind="alert">{failureWords(adding.failure)}</Notice>}
      <div class="row">
        <button type="submit" class="primary" disabled={adding.isBusy}>
          {t("addKey.add")}
        </button>
        <button type="button" onClick={onDone}>
          {t("common.cancel")}
        </button>
      </div>
    </form>
  );
}

function pastedHint(read: PastedKey | null): string {
  if (read?.kind !== "token") return t("addKey.hint");
  if (read.end.kind === "at") return t("addKey.recognised", dateAndTime(read.end.at));
  return t("addKey.recognisedNoEnd");
}

/** A few characters around the place, so that it is found again in a long text. */
function Place({ text, at }: { text: string; at: number }) {
  const from = Math.max(0, at - 8);
  return (
    <span>
      <Said words={t("addKey.place", at + 1, ...HERE)}>
        <code>
          {from > 0 && "…"}
          {text.slice(from, at)}
          <mark>{text.slice(at, at + 1) || t("addKey.end")}</mark>
          {text.slice(at + 1, at + 9)}
        </code>
      </Said>
    </span>
  );
}
