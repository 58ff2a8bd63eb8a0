import { useState } from "preact/hooks";
import type { StorageAccount } from "../../lib/api/storage-account";
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
      {accounts.length === 0 && <p class="quiet">No storage accounts yet.</p>}
      <Rows
        label="Storage accounts"
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
                  <span title="The API sent no id, so it cannot be opened.">{name}</span>
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
          Create storage account
        </button>
      )}
    </>
  );
}
