import { SetByOrganisation } from "./SetByOrganisation";

/** One of a few values. */
export function Choice<Value extends string | number | null>({
  id,
  label,
  words,
  value,
  choices,
  wordsOf,
  isBusy,
  isFixed = false,
  onChange,
}: {
  id: string;
  label: string;
  words?: string;
  value: Value;
  choices: readonly Value[];
  wordsOf: (value: Value) => string;
  isBusy: boolean;
  /** The person's organisation decided. */
  isFixed?: boolean;
  onChange: (value: Value) => void;
}) {
  const about = [words && `${id}-words`, isFixed && `${id}-fixed`].filter(Boolean).join(" ");
  return (
    <div class="field setting">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={String(value)}
        disabled={isBusy || isFixed}
        {...(about && { "aria-describedby": about })}
        onChange={({ currentTarget }) => {
          const chosen = choices.find((one) => String(one) === currentTarget.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {choices.map((one) => (
          <option key={String(one)} value={String(one)}>
            {wordsOf(one)}
          </option>
        ))}
      </select>
      {words && (
        <p class="quiet" id={`${id}-words`}>
          {words}
        </p>
      )}
      {isFixed && <SetByOrganisation id={`${id}-fixed`} />}
    </div>
  );
}
