const LONGEST_NAME = 200;

/** A name or an e-mail address to type. */
export function TextField({
  id,
  label,
  isEmail = false,
  value,
  onInput,
}: {
  id: string;
  label: string;
  isEmail?: boolean;
  value: string;
  onInput: (value: string) => void;
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...(isEmail ? { type: "email" } : { maxLength: LONGEST_NAME })}
        value={value}
        autoComplete="off"
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
