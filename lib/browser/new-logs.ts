import { browser } from "wxt/browser";
import { fillDatabaseLog } from "../vault/new-database-log";

const NAME = "new-log";
/** LevelDB begins a new log with the write after the one that takes its buffer past 4 MiB. */
const FILL_BYTES = 5 * 2 ** 20;

/**
 * Makes both of Chromium's stores write down what they have in memory, and begin a new log: by a
 * filling that is taken out at once.
 *
 * @throws when it does not fit on the disk.
 */
export async function beginNewLogs(): Promise<void> {
  await browser.storage.local.set({ [NAME]: "-".repeat(FILL_BYTES) });
  await browser.storage.local.remove(NAME);
  await fillDatabaseLog(FILL_BYTES);
}
