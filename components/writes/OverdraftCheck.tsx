import { t } from "../../lib/words/words";

/** Whether more may be stored than was allocated. */
export function OverdraftCheck({
  isAllowed,
  onChange,
}: {
  isAllowed: boolean;
  onChange: (isAllowed: boolean) => void;
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={isAllowed}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {t("estate.mayOverdraw")}
    </label>
  );
}
