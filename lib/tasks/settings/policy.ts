/** What the person's organisation decided through the browser's managed storage. */
export interface Policy {
  /** Minutes after the last use until the vault locks; `null` leaves it to the person. */
  lockMinutes: LockMinutes | null;
  forbidsBackup: boolean;
  /** Keys, and calls with a key in them, do not reach the clipboard. */
  forbidsCopy: boolean;
  /** Nothing is changed through the API. */
  isReadOnly: boolean;
  /** Most days a key that is made here may live. */
  longestKeyDays: number | null;
  /** Hosts of the API that keys may be sent to; `null` for all of the list. */
  allowedApiHosts: readonly string[] | null;
  forbidsPasskey: boolean;
  /** Names in it that could not be read, and so count as their strictest value. */
  faults: readonly string[];
}
export type LockMinutes = 1 | 5 | 15 | 60;

export const NO_POLICY: Policy = {
  lockMinutes: null,
  forbidsBackup: false,
  forbidsCopy: false,
  isReadOnly: false,
  longestKeyDays: null,
  allowedApiHosts: null,
  forbidsPasskey: false,
  faults: [],
};
