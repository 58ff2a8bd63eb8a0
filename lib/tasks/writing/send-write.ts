import type { ApiClient } from "../../api/client";
import { createMember, removeMember } from "../../api/members";
import {
  changeOwnPendingDeletion,
  createOwnStorageAccount,
  scheduleOwnDeletion,
} from "../../api/own-storage-accounts";
import { changePartner, createPartner, deletePartner } from "../../api/partners";
import {
  changePendingDeletion,
  createStorageAccount,
  scheduleDeletion,
} from "../../api/storage-accounts";
import type { WriteOrder, WriteSecrets } from "./write-order";

/**
 * Sends it, once.
 *
 * @returns id of what was created, `null` otherwise and where the answer names none.
 * @throws `ApiError`, whose `mayHaveHappened` decides what is to be done next.
 */
export async function sendWrite(
  client: ApiClient,
  order: WriteOrder,
  { password = "" }: WriteSecrets,
): Promise<string | null> {
  switch (order.kind) {
    case "create-partner":
      return (await createPartner(client, order)).id.value ?? null;
    case "change-partner":
      await changePartner(client, order.partnerId, order);
      return order.partnerId;
    case "delete-partner":
      await deletePartner(client, order.partnerId);
      return order.partnerId;
    case "create-member": {
      const { email, role, name } = order;
      const member = { email, role, password, ...(name === "" ? {} : { name }) };
      return (await createMember(client, order.partnerId, member)).id.value ?? null;
    }
    case "remove-member":
      await removeMember(client, order.partnerId, order.memberId);
      return order.memberId;
    case "create-account": {
      const account = { ...order, password };
      const created =
        order.partnerId === null
          ? await createOwnStorageAccount(client, account)
          : await createStorageAccount(client, order.partnerId, account);
      return created.id.value ?? null;
    }
    case "schedule-deletion":
      if (order.partnerId === null) await scheduleOwnDeletion(client, order.storageAccountId);
      else await scheduleDeletion(client, order.partnerId, order.storageAccountId);
      return order.storageAccountId;
    case "cancel-deletion":
      if (order.partnerId === null) {
        await changeOwnPendingDeletion(client, order.storageAccountId, null);
      } else {
        await changePendingDeletion(client, order.partnerId, order.storageAccountId, null);
      }
      return order.storageAccountId;
  }
}
