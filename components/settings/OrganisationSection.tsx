import type { Policy } from "../../lib/tasks/settings/policy";
import { t, tn } from "../../lib/words/words";
import { Icon } from "../Icon";
import { Notice } from "../Notice";
import { lockTimeWords } from "./LockSection";

/** What the person's organisation decided, all in one place; nothing where it decided nothing. */
export function OrganisationSection({ policy }: { policy: Policy }) {
  const decided = decisions(policy);
  if (decided.length === 0) return null;
  return (
    <section aria-labelledby="settings-organisation">
      <h2 id="settings-organisation">
        <Icon name="shield" /> {t("policy.setBy")}
      </h2>
      <ul class="decisions">
        {decided.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {policy.faults.length > 0 && (
        <Notice kind="status" tone="danger">
          {t("policy.faults", policy.faults.join(", "))}
        </Notice>
      )}
    </section>
  );
}

function decisions(policy: Policy): string[] {
  const { lockMinutes, longestKeyDays, allowedApiHosts } = policy;
  return [
    lockMinutes !== null && t("policy.locksAfter", lockTimeWords(lockMinutes)),
    policy.forbidsBackup && t("policy.backupForbidden"),
    policy.forbidsCopy && t("policy.copyForbidden"),
    policy.isReadOnly && t("policy.readOnly"),
    longestKeyDays !== null && tn("policy.keyLife", longestKeyDays),
    allowedApiHosts !== null &&
      t("policy.hostsAllowed", allowedApiHosts.join(", ") || t("policy.noHost")),
    policy.forbidsPasskey && t("policy.passkeyForbidden"),
  ].filter((words) => words !== false);
}
