import type { Ref } from "preact";

export function PassphraseField({
  id,
  label,
  value,
  onInput,
  autoComplete,
  inputRef,
  invalid = false,
  describedBy,
}: {
  id: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
  autoComplete: "current-password" | "new-password";
  inputRef?: Ref<HTMLInputElement>;
  invalid?: boolean;
  describedBy?: string;
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        ref={inputRef ?? null}
        type="password"
        value={value}
        autoComplete={autoComplete}
        spellcheck={false}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
