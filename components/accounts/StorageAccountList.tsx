import { useState } from "preact/hooks";
import type { StorageAccount } from "../../lib/api/storage-account";
import { t } from "../../lib/words/words";
import { Allocation } from "../frame/Bytes";
import { CopyId } from "../frame/CopyId";
import { FieldText } from "../frame/FieldText";
import { Rows } from "../frame/Rows";
import type { Propose } from "../writes/proposal";
import { CreateStorageAccount } from "./CreateStorageAccount";
import { DeletionText } from "./DeletionText";

/** A partner's storage accounts, or a channel partner's own (`partnerId: null`). */
export function StorageAccountList({
  accounts,
  partnerId,
  place,
  hrefOf,
  onPropose,
  onCopyText,
}: {
  accounts: readonly StorageAccount[];
  partnerId: string | null;
  /** Name of the partner, `null` for one's own. */
  place: string | null;
  hrefOf: (storageAccountId: string) => string;
  onPropose: Propose;
  onCopyText: (text: string) => Promise<void>;
}) {
  const [isCreating, setCreating] = useState(false);
  return (
    <>
      {accounts.length === 0 && <p class="quiet">{t("accounts.none")}</p>}
      <Rows
        label={t("places.storageAccounts")}
        items={accounts}
        rowHeight={44}
        keyOf={(account, index) => account.id.value ?? String(index)}
      >
        {(account) => {
          const name = account.name.value ?? account.id.value ?? "—";
          return (
            <>
              <span class="row-main">
                {account.id.value === undefined ? (
                  <span title={t("estate.noId")}>{name}</span>
                ) : (
                  <a class="name-link" href={hrefOf(account.id.value)} title={name}>
                    {name}
                  </a>
                )}
                <span class="quiet row-more">
                  {account.pendingDeletion.value === null ? (
                    <FieldText field={account.contactEmail} words={(value) => value} />
                  ) : (
                    <DeletionText pendingDeletion={account.pendingDeletion} />
                  )}
                </span>
              </span>
              <span class="row-figure">
                <Allocation field={account.allocatedBytes} />
              </span>
              <CopyId id={account.id} name={name} onCopyText={onCopyText} />
            </>
          );
        }}
      </Rows>
      {isCreating ? (
        <CreateStorageAccount
          partnerId={partnerId}
          place={place}
          onPropose={onPropose}
          onCancel={() => setCreating(false)}
        />
      ) : (
        <button type="button" onClick={() => setCreating(true)}>
          {t("accounts.create")}
        </button>
      )}
    </>
  );
}
