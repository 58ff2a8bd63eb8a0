import { SetByOrganisation } from "./SetByOrganisation";

/** One thing that is on or off, with what it means below. */
export function Check({
  id,
  label,
  words,
  checked,
  isBusy,
  isFixed = false,
  onChange,
}: {
  id: string;
  label: string;
  words?: string;
  checked: boolean;
  isBusy: boolean;
  /** The person's organisation decided. */
  isFixed?: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <div class="check">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        disabled={isBusy || isFixed}
        {...(words && { "aria-describedby": `${id}-words` })}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{label}</label>
        {words && (
          <p class="quiet" id={`${id}-words`}>
            {words}
          </p>
        )}
        {isFixed && <SetByOrganisation />}
      </div>
    </div>
  );
}
