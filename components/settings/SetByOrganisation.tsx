import { t } from "../../lib/words/words";
import { Icon } from "../Icon";

/** Stands beside a control that cannot be used, and says who decided. */
export function SetByOrganisation({ id }: { id?: string }) {
  return (
    <p class="by-organisation" id={id}>
      <Icon name="shield" /> {t("policy.setBy")}
    </p>
  );
}
