import { t } from "../../lib/words/words";
import { HERE, Said } from "../frame/Said";
import { PlaceIcon } from "../PlaceIcon";

/** Nothing can be read before somebody says with which key. */
export function NoKeyInUse() {
  return (
    <div class="empty">
      <span class="gate-picture">
        <PlaceIcon name="chart" />
      </span>
      <p>
        <Said words={t("estate.noKeyInUse", ...HERE)}>
          <strong>{t("keys.use")}</strong>
        </Said>
      </p>
    </div>
  );
}
