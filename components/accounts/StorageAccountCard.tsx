import type { StorageAccount } from "../../lib/api/storage-account";
import { t } from "../../lib/words/words";
import { Allocation } from "../frame/Bytes";
import { CopyId } from "../frame/CopyId";
import { FieldText } from "../frame/FieldText";
import { Overdraft } from "../frame/Overdraft";
import type { Propose } from "../writes/proposal";
import { DeletionText } from "./DeletionText";

/** One storage account: what it holds, whom to ask, and when it goes. */
export function StorageAccountCard({
  account,
  storageAccountId,
  partnerId,
  place,
  onPropose,
  onCopyText,
}: {
  account: StorageAccount;
  storageAccountId: string;
  partnerId: string | null;
  place: string | null;
  onPropose: Propose;
  onCopyText: (text: string) => Promise<void>;
}) {
  const subject = account.name.value ?? storageAccountId;
  const target = { partnerId, storageAccountId };
  const pending = account.pendingDeletion.value;
  return (
    <div class="card stack">
      <dl class="estate-facts">
        <div>
          <dt>{t("estate.allocatedCapacity")}</dt>
          <dd>
            <Allocation field={account.allocatedBytes} />
          </dd>
        </div>
        <div>
          <dt>{t("estate.overdraft")}</dt>
          <dd>
            <Overdraft field={account.allowsOverdraft} />
          </dd>
        </div>
        <div>
          <dt>{t("accounts.contact")}</dt>
          <dd>
            <FieldText field={account.contactEmail} words={(value) => value} />
          </dd>
        </div>
        <div>
          <dt>{t("accounts.id")}</dt>
          <dd class="mono">{storageAccountId}</dd>
        </div>
        <div>
          <dt>{t("accounts.scheduledDeletion")}</dt>
          <dd data-tone={pending ? "danger" : undefined}>
            <DeletionText pendingDeletion={account.pendingDeletion} />
          </dd>
        </div>
      </dl>
      <div class="row">
        <CopyId id={account.id} name={subject} onCopyText={onCopyText} />
        {pending !== null && (
          <button
            type="button"
            onClick={() =>
              onPropose({
                order: { kind: "cancel-deletion", ...target },
                secrets: {},
                subject,
                place,
                typed: null,
                putsBack: null,
              })
            }
          >
            {t("accounts.cancelDeletion")}
          </button>
        )}
        {!pending && (
          <button
            type="button"
            class="danger-quiet"
            onClick={() =>
              onPropose({
                order: { kind: "schedule-deletion", ...target },
                secrets: {},
                subject,
                place,
                typed: subject,
                putsBack: null,
              })
            }
          >
            {t("accounts.scheduleDeletion")}
          </button>
        )}
      </div>
    </div>
  );
}
