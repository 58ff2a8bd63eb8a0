import { useState } from "preact/hooks";
import { failureWords } from "./failure-words";
import { Notice } from "./Notice";
import { useAction } from "./use-action";

/** What is typed to confirm: the description, or a plain word for a key without one. */
const WORD_WITHOUT_NAME = "remove";

export function RemoveKey({
  name,
  onRemove,
  onCancel,
}: {
  name: string;
  onRemove: () => Promise<void>;
  onCancel: () => void;
}) {
  const [typed, setTyped] = useState("");
  const removing = useAction(onRemove);
  const expected = name.trim() || WORD_WITHOUT_NAME;
  const agrees = typed.trim() === expected;
  return (
    <form
      class="confirm"
      onSubmit={(event) => {
        event.preventDefault();
        if (agrees) void removing.run();
      }}
    >
      <p>
        The vault forgets this key for good. <strong>The key itself lives on:</strong> it works
        until it expires or is deleted on the console's API Keys page.
      </p>
      <div class="field">
        <label>
          Type <b class="mono">{expected}</b> to confirm
          <input
            value={typed}
            spellcheck={false}
            autoComplete="off"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
      </div>
      {removing.failure && <Notice kind="alert">{failureWords(removing.failure)}</Notice>}
      <div class="row">
        <button type="submit" class="danger" disabled={!agrees || removing.isBusy}>
          Remove
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
