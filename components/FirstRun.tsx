import { useEffect, useRef, useState } from "preact/hooks";
import type { PassphraseVerdict } from "../lib/vault/passphrase";
import { failureWords } from "./failure-words";
import { Icon } from "./Icon";
import { Notice } from "./Notice";
import { PassphraseField } from "./PassphraseField";
import { useAction } from "./use-action";

const STRENGTH_WORDS = ["Very weak", "Weak", "Fair", "Good", "Strong"] as const;

export function FirstRun({
  onJudge,
  onSuggest,
  onCreate,
}: {
  onJudge: (passphrase: string) => Promise<PassphraseVerdict>;
  /** Five random words. */
  onSuggest: () => Promise<string>;
  onCreate: (passphrase: string) => Promise<void>;
}) {
  const [passphrase, setPassphrase] = useState("");
  const [repeated, setRepeated] = useState("");
  const [verdict, setVerdict] = useState<PassphraseVerdict | null>(null);
  const [suggestion, setSuggestion] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const creating = useAction(onCreate);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);

  async function judge(entered: string) {
    setPassphrase(entered);
    setProblem(null);
    const judged = entered === "" ? null : await onJudge(entered);
    setVerdict(judged);
  }

  async function create() {
    const judged = await onJudge(passphrase);
    setVerdict(judged);
    if (!judged.accepted) return setProblem(problemWords(judged));
    if (passphrase.normalize("NFKC") !== repeated.normalize("NFKC"))
      return setProblem("The two passphrases differ. Type the same one twice.");
    setProblem(null);
    await creating.run(passphrase);
  }

  return (
    <form
      class="gate"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <span class="gate-picture">
        <Icon name="shield" />
      </span>
      <h2>Create your vault</h2>
      <p class="quiet">
        Keys are encrypted on this computer. The passphrase is never stored, and nobody can reset
        it: keep it in a safe place.
      </p>
      <PassphraseField
        id="passphrase"
        label="Passphrase"
        inputRef={first}
        value={passphrase}
        onInput={(value) => void judge(value)}
        autoComplete="new-password"
        describedBy="strength"
      />
      <div class="strength" id="strength" data-score={verdict?.score ?? "none"} aria-live="polite">
        <span class="strength-bar" aria-hidden="true" />
        <span>{verdict ? strengthWords(verdict) : "At least 12 characters"}</span>
      </div>
      <PassphraseField
        id="repeat-passphrase"
        label="Repeat passphrase"
        value={repeated}
        onInput={(value) => {
          setRepeated(value);
          setProblem(null);
        }}
        autoComplete="new-password"
      />
      {problem && <Notice kind="alert">{problem}</Notice>}
      {creating.failure && <Notice kind="alert">{failureWords(creating.failure)}</Notice>}
      <button type="submit" class="primary" disabled={creating.isBusy}>
        {creating.isBusy ? "Creating…" : "Create vault"}
      </button>
      {suggestion === null ? (
        <button type="button" class="link" onClick={async () => setSuggestion(await onSuggest())}>
          <Icon name="dice" /> Suggest five words
        </button>
      ) : (
        <div class="suggestion">
          <p>
            Write this down, then type it twice: <output>{suggestion}</output>
          </p>
          <button type="button" class="link" onClick={async () => setSuggestion(await onSuggest())}>
            <Icon name="dice" /> Other words
          </button>
        </div>
      )}
    </form>
  );
}

function strengthWords(verdict: PassphraseVerdict): string {
  return verdict.problem === "too-short" ? "At least 12 characters" : STRENGTH_WORDS[verdict.score];
}

function problemWords({ problem }: PassphraseVerdict): string {
  return problem === "too-short"
    ? "The passphrase needs at least 12 characters."
    : "This passphrase is easy to guess. Use several unrelated words, or take the suggestion.";
}
