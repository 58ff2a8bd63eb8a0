import { useEffect, useRef, useState } from "preact/hooks";
import type { PassphraseVerdict } from "../../lib/vault/passphrase";
import { t, type WordName } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { HERE, Said } from "../frame/Said";
import { Icon } from "../Icon";
import { Notice } from "../Notice";
import { useAction } from "../use-action";
import { PassphraseField } from "./PassphraseField";

const STRENGTH_WORDS: Record<PassphraseVerdict["score"], WordName> = {
  0: "firstRun.veryWeak",
  1: "firstRun.weak",
  2: "firstRun.fair",
  3: "firstRun.good",
  4: "firstRun.strong",
};

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
      return setProblem(t("passphrase.differ"));
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
      <h2>{t("firstRun.title")}</h2>
      <p class="quiet">{t("firstRun.lead")}</p>
      <PassphraseField
        id="passphrase"
        label={t("passphrase.label")}
        inputRef={first}
        value={passphrase}
        onInput={(value) => void judge(value)}
        autoComplete="new-password"
        describedBy="strength"
      />
      <div class="strength" id="strength" data-score={verdict?.score ?? "none"} aria-live="polite">
        <span class="strength-bar" aria-hidden="true" />
        <span>{verdict ? strengthWords(verdict) : t("firstRun.atLeast")}</span>
      </div>
      <PassphraseField
        id="repeat-passphrase"
        label={t("passphrase.repeat")}
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
        {creating.isBusy ? t("firstRun.creating") : t("firstRun.create")}
      </button>
      {suggestion === null ? (
        <button type="button" class="link" onClick={async () => setSuggestion(await onSuggest())}>
          <Icon name="dice" /> {t("firstRun.suggest")}
        </button>
      ) : (
        <div class="suggestion">
          <p>
            <Said words={t("firstRun.writeDown", ...HERE)}>
              <output>{suggestion}</output>
            </Said>
          </p>
          <button type="button" class="link" onClick={async () => setSuggestion(await onSuggest())}>
            <Icon name="dice" /> {t("firstRun.otherWords")}
          </button>
        </div>
      )}
    </form>
  );
}

function strengthWords(verdict: PassphraseVerdict): string {
  return t(verdict.problem === "too-short" ? "firstRun.atLeast" : STRENGTH_WORDS[verdict.score]);
}

function problemWords({ problem }: PassphraseVerdict): string {
  return t(problem === "too-short" ? "passphrase.tooShort" : "firstRun.easy");
}
