import { useState } from "preact/hooks";
import { t } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { useAction } from "../use-action";

/** Where a key is used, in the person's own words; the checklist of a rotation is made of it. */
export function KeyTags({
  tags,
  onSave,
}: {
  tags: string[];
  onSave: (tags: string[]) => Promise<void>;
}) {
  const [text, setText] = useState(tags.join("\n"));
  const saving = useAction(onSave);
  const isChanged = text.trim() !== tags.join("\n");
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        void saving.run(text.split("\n"));
      }}
    >
      <label>
        {t("rotation.usedBy")}
        <textarea
          rows={Math.max(2, Math.min(5, tags.length + 1))}
          value={text}
          placeholder={t("rotation.usedByExample")}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {saving.failure && <Notice kind="alert">{failureWords(saving.failure)}</Notice>}
      {isChanged && (
        <button type="submit" disabled={saving.isBusy}>
          {t("rotation.savePlaces")}
        </button>
      )}
    </form>
  );
}
