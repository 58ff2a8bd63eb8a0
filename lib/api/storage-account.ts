import { type Listed, parseList, parseOne, type WireShape } from "./answer";
import { checkedBytes, checkedInstant } from "./arguments";
import { type Field, parseField } from "./field";
import { type PendingDeletion, parsePendingDeletion } from "./pending-deletion";
import { bytes, flag, id, text } from "./wire-values";

/** A storage account, the same from the distributor's side and from the partner's own. */
export interface StorageAccount {
  /** Text, also where it looks like a number. */
  id: Field<string>;
  name: Field<string>;
  contactEmail: Field<string>;
  /** 0 is pay-per-use, see `isPayPerUse`. */
  allocatedBytes: Field<number>;
  allowsOverdraft: Field<boolean>;
  /** `{ value: null }` while no deletion is pending. */
  pendingDeletion: Field<PendingDeletion | null>;
}

const STORAGE_ACCOUNT: WireShape<StorageAccount> = {
  id: ["clientAccountId", (sent) => parseField(id, sent)],
  name: ["name", (sent) => parseField(text, sent)],
  contactEmail: ["contactEmail", (sent) => parseField(text, sent)],
  allocatedBytes: ["allocatedCapacity", (sent) => parseField(bytes, sent)],
  allowsOverdraft: ["allowOverdraft", (sent) => parseField(flag, sent)],
  pendingDeletion: ["pendingDeletedAt", parsePendingDeletion],
};

export function parseStorageAccounts(answer: unknown): Listed<StorageAccount> {
  return parseList(STORAGE_ACCOUNT, answer);
}

export function parseStorageAccount(answer: unknown): StorageAccount {
  return parseOne(STORAGE_ACCOUNT, answer);
}

export interface NewStorageAccount {
  name: string;
  /** 0 makes it pay-per-use. */
  allocatedBytes: number;
  allowsOverdraft: boolean;
  contactEmail: string;
  /** 8 to 128 characters with lower case, upper case, digit and special character. */
  password: string;
}

export function newStorageAccountBody(account: NewStorageAccount) {
  return {
    name: account.name,
    allocatedCapacity: checkedBytes(account.allocatedBytes),
    allowOverdraft: account.allowsOverdraft,
    clientAccount: { contactEmail: account.contactEmail, password: account.password },
  };
}

/** @param deleteAt - ISO instant in UTC; `null` takes the deletion back. */
export function pendingDeletionBody(deleteAt: string | null) {
  return { pendingDeletedAt: deleteAt === null ? null : checkedInstant(deleteAt) };
}
