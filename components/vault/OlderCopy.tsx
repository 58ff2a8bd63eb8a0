import { t } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { useAction } from "../use-action";

/** Both copies of the vault are older than what was last seen here: nothing is changed before the person decides. */
export function OlderCopy({ onGoOn }: { onGoOn: () => Promise<void> }) {
  const going = useAction(onGoOn);
  return (
    <Notice kind="alert">
      <p>{t("vaultNews.olderCopy")}</p>
      <button type="button" disabled={going.isBusy} onClick={() => void going.run()}>
        {t("vaultNews.goOn")}
      </button>
      {going.failure && <p>{failureWords(going.failure)}</p>}
    </Notice>
  );
}
