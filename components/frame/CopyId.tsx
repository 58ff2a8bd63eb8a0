import { useEffect, useState } from "preact/hooks";
import type { Field } from "../../lib/api/field";
import { t } from "../../lib/words/words";

const SAID_MS = 2_000;
const SAID = {
  copied: { short: "estate.copied", full: "estate.copiedIdOf" },
  failed: { short: "estate.notCopied", full: "estate.notCopiedIdOf" },
} as const;

/** The console hides ids; here every object has its own button. Absent where the API sent none. */
export function CopyId({
  id,
  name,
  onCopyText,
}: {
  id: Field<string>;
  /** Of the object, for people who hear the button alone. */
  name: string;
  onCopyText: (text: string) => Promise<void>;
}) {
  const [said, setSaid] = useState<keyof typeof SAID | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  if (id.value === undefined) return null;
  const { value } = id;
  return (
    <button
      type="button"
      class="copy-id"
      aria-label={t(said ? SAID[said].full : "estate.copyIdOf", name)}
      title={value}
      onClick={(event) => {
        event.stopPropagation();
        onCopyText(value).then(
          () => setSaid("copied"),
          () => setSaid("failed"),
        );
      }}
    >
      {t(said ? SAID[said].short : "estate.copyId")}
    </button>
  );
}
