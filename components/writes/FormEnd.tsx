import { t } from "../../lib/words/words";

/** The buttons below a form that makes something. */
export function FormEnd({
  button,
  isComplete,
  onCancel,
}: {
  button: string;
  isComplete: boolean;
  onCancel: () => void;
}) {
  return (
    <div class="row">
      <button type="submit" class="primary" disabled={!isComplete}>
        {button}
      </button>
      <button type="button" onClick={onCancel}>
        {t("common.cancel")}
      </button>
    </div>
  );
}
