import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { SlotFacts } from "../../lib/vault/slot-facts";
import { t, type WordName } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { useAction } from "../use-action";

type Removable = Exclude<SlotFacts["kind"], "passphrase">;

const WORDS: Record<Removable, { button: WordName; means: WordName }> = {
  recovery: { button: "ways.removeRecovery", means: "ways.recoveryEnds" },
  passkey: { button: "ways.removePasskey", means: "ways.passkeyEnds" },
};

/** Takes a way into the vault away, in two presses: one that is gone cannot be brought back. */
export function RemoveWay({ kind, onRemove }: { kind: Removable; onRemove: () => Promise<void> }) {
  const [isAsking, setAsking] = useState(false);
  const removing = useAction(onRemove);
  const next = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  // The button that was pressed has just gone.
  useLayoutEffect(() => {
    if (wasAsking.current !== isAsking) next.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  const words = WORDS[kind];
  if (!isAsking)
    return (
      <button type="button" ref={next} onClick={() => setAsking(true)}>
        {t(words.button)}
      </button>
    );
  return (
    <div class="remove-way">
      <p>{t(words.means)}</p>
      {removing.failure && <Notice kind="alert">{failureWords(removing.failure)}</Notice>}
      <div class="row">
        <button
          type="button"
          class="danger"
          disabled={removing.isBusy}
          onClick={() => void removing.run()}
        >
          {t(words.button)}
        </button>
        <button type="button" key="keep" ref={next} onClick={() => setAsking(false)}>
          {t("common.cancel")}
        </button>
      </div>
    </div>
  );
}
