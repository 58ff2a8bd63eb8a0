import { t } from "../../lib/words/words";
import { HERE, Said } from "../frame/Said";
import { Icon } from "../Icon";

/** Nothing can be read before somebody says with which key. */
export function NoKeyInUse() {
  return (
    <div class="empty">
      <span class="gate-picture">
        <Icon name="chart" />
      </span>
      <p>
        <Said words={t("estate.noKeyInUse", ...HERE)}>
          <strong>{t("keys.use")}</strong>
        </Said>
      </p>
    </div>
  );
}
