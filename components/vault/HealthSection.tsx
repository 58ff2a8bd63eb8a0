import type { VaultFacts } from "../../lib/tasks/vault-facts";
import { t, tn, type WordName } from "../../lib/words/words";
import { dateAndTime } from "../dates";

const DAY_MS = 86_400_000;

const COPIES: Record<VaultFacts["health"]["copies"], WordName> = {
  agree: "health.copiesAgree",
  behind: "health.copyBehind",
  missing: "health.copyMissing",
};

/** How the vault stands, in one look. */
export function HealthSection({ facts, now }: { facts: VaultFacts; now: Date }) {
  const { health, backup, keyCount } = facts;
  const passkeys = health.slots.filter(({ kind }) => kind === "passkey").length;
  return (
    <section aria-labelledby="vault-health">
      <h2 id="vault-health">{t("health.heading")}</h2>
      <dl class="facts">
        <Fact name={t("health.entries")} isGood={health.damaged.length === 0}>
          {health.damaged.length === 0
            ? tn("health.allReadable", keyCount)
            : tn("health.damaged", health.damaged.length)}
        </Fact>
        <Fact name={t("health.copies")} isGood={health.copies === "agree"}>
          {t(COPIES[health.copies])}
        </Fact>
        <Fact name={t("health.backup")} isGood={backup !== null && backup.missing === 0}>
          {backupWords(facts)}
        </Fact>
        {backup && (
          <Fact name={t("health.backupAge")} isGood={backup.missing === 0}>
            {ageWords(backup.at, now)}
          </Fact>
        )}
        <Fact name={t("health.locking")} isGood>
          {lockWords(facts)}
        </Fact>
        <Fact name={t("health.passkeys")} isGood>
          {passkeys === 0 ? t("health.noPasskey") : tn("health.opensToo", passkeys)}
        </Fact>
        <Fact name={t("health.unverified")} isGood={facts.unverified === 0}>
          {facts.unverified === 0
            ? t("health.noneUnverified")
            : tn("health.neverWorked", facts.unverified)}
        </Fact>
        {facts.mayBeExposed > 0 && (
          <Fact name={t("health.exposed")} isGood={false}>
            {tn("health.heldWhileExchanged", facts.mayBeExposed)}
          </Fact>
        )}
      </dl>
    </section>
  );
}

function backupWords({ backup, keyCount }: VaultFacts): string {
  if (keyCount === 0) return t("health.nothingToBackUp");
  if (!backup) return t("health.noBackup");
  const at = dateAndTime(backup.at);
  return backup.missing === 0
    ? t("health.backupWhole", at)
    : tn("health.backupLacks", backup.missing, at);
}

function ageWords(madeAt: string, now: Date): string {
  const days = Math.floor((now.getTime() - Date.parse(madeAt)) / DAY_MS);
  return days > 0 ? tn("health.ageInDays", days) : t("health.madeToday");
}

function lockWords({ autoLock, health }: VaultFacts): string {
  const when = autoLock === null ? t("locking.atClose") : tn("health.locksAfter", autoLock);
  return health.strict ? t("health.locksStrictly", when) : when;
}

function Fact({
  name,
  isGood,
  children,
}: {
  name: string;
  isGood: boolean;
  children: preact.ComponentChildren;
}) {
  return (
    <div data-good={isGood}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
