import { t } from "../../lib/words/words";
import { HERE, Said } from "./Said";

/** Asks for a word to be typed before something goes that does not come back. */
export function TypeToConfirm({
  words,
  expected,
  value,
  onInput,
}: {
  /** Of a sentence with one place in it, for what is to be typed. */
  words: "removeKey.confirm" | "writes.typeToConfirm";
  expected: string;
  value: string;
  onInput: (value: string) => void;
}) {
  return (
    <div class="field">
      <label>
        <Said words={t(words, ...HERE)}>
          <b class="mono">{expected}</b>
        </Said>
        <input
          value={value}
          spellcheck={false}
          autoComplete="off"
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </label>
    </div>
  );
}
