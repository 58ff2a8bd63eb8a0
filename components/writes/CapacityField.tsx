import { parseCapacity } from "../../lib/api/parse-capacity";
import { localeOfDates } from "../../lib/words/words";
import { exactBytes } from "../amounts";

const WRONG = {
  empty: "Enter a capacity, such as 5 TB; 0 is Pay-per-use.",
  unreadable: "This is no capacity. Write it like 5 TB or 250 GB.",
  "no-unit": "Add a unit, such as TB.",
  "part-of-a-byte": "This is no whole number of bytes.",
  "too-large": "This is more than any contract holds.",
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
  const typed = parseCapacity(value, localeOfDates(), "TB");
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
          ? WRONG[typed.wrong]
          : typed.bytes === 0
            ? "Pay-per-use: billed by what is stored."
            : exactBytes(typed.bytes)}
      </p>
    </div>
  );
}
