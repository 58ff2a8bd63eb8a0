import { t } from "../../lib/words/words";
import { exactBytes, typedCapacity } from "../amounts";

const WRONG = {
  empty: "writes.enterCapacity",
  unreadable: "writes.noCapacity",
  "no-unit": "writes.noUnit",
  "part-of-a-byte": "writes.partOfAByte",
  "too-large": "writes.tooLarge",
} as const;

/** A capacity to type, in any unit; the exact bytes stand below while typing. */
export function CapacityField({
  id,
  label,
  value,
  onInput,
}: {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
}) {
  const typed = typedCapacity(value);
  const isWrong = typed.wrong !== undefined && typed.wrong !== "empty";
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        value={value}
        inputMode="decimal"
        spellcheck={false}
        autoComplete="off"
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint`}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p id={`${id}-hint`} class="quiet" aria-live="polite">
        {typed.wrong
          ? t(WRONG[typed.wrong])
          : typed.bytes === 0
            ? t("writes.payPerUse")
            : exactBytes(typed.bytes)}
      </p>
    </div>
  );
}
