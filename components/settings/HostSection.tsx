import { API_HOSTS, type ApiHost } from "../../lib/api/api-host";
import type { ApiKey } from "../../lib/keys/api-key";
import { t } from "../../lib/words/words";
import { failureWords } from "../failure-words";
import { Notice } from "../Notice";
import { useAction } from "../use-action";
import { Choice } from "./Choice";

/** Which of the API's hosts each key is sent to. */
export function HostSection({
  keys,
  allowedHosts,
  onHost,
}: {
  keys: readonly ApiKey[];
  /** `null` where the person's organisation decided nothing. */
  allowedHosts: readonly string[] | null;
  /** Asks the browser for that host first; `false` when it was refused. */
  onHost: (keyId: string, host: ApiHost) => Promise<boolean>;
}) {
  const changing = useAction(async (keyId: string, host: ApiHost) => {
    if (!(await onHost(keyId, host))) throw new HostRefusedError("the browser was not allowed to");
  });
  const hosts = API_HOSTS.filter((host) => allowedHosts?.includes(host) ?? true);
  return (
    <section aria-labelledby="settings-hosts">
      <h2 id="settings-hosts">{t("settings.hosts")}</h2>
      <p class="quiet">{t("settings.hostsWords")}</p>
      {allowedHosts && (
        <p class="quiet">{t("policy.hostsAllowed", hosts.join(", ") || t("policy.noHost"))}</p>
      )}
      {keys.length === 0 && <p>{t("settings.noKeys")}</p>}
      {keys.map(({ id, description, apiHost }) => (
        <Choice
          key={id}
          id={`host-${id}`}
          label={description || t("keys.nameless")}
          value={apiHost}
          choices={hosts.includes(apiHost as ApiHost) ? hosts : [apiHost, ...hosts]}
          wordsOf={(host) => host}
          isBusy={changing.isBusy}
          onChange={(host) => void changing.run(id, host as ApiHost)}
        />
      ))}
      {changing.failure && (
        <Notice kind="alert">
          {changing.failure instanceof HostRefusedError
            ? t("settings.hostRefused")
            : failureWords(changing.failure)}
        </Notice>
      )}
    </section>
  );
}

class HostRefusedError extends Error {
  override name = "HostRefusedError";
}
