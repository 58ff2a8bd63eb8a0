import { browser } from "wxt/browser";
import { NotSavedError } from "../../vault/errors";
import { fillDatabaseLog } from "../../vault/new-database-log";
import { hasRoom } from "./room";

const NAME = "new-log";
/** LevelDB begins a new log with the write after the one that takes its buffer past 4 MiB. */
const FILL_BYTES = 5 * 2 ** 20;
/** For the filling of both, and once more for what they write down. */
const ROOM_BYTES = 16 * 2 ** 20;

/**
 * Makes both of Chromium's stores write down what they have in memory, and begin a new log: by a
 * filling that is taken out at once.
 *
 * @throws when it does not fit on the disk.
 */
export async function beginNewLogs(): Promise<void> {
  // Where the old log is left and there is no room for what it held, Chromium takes no write to
  // `storage.local` any more until it is started anew.
  if (!(await hasRoom(ROOM_BYTES))) throw new NotSavedError();
  await browser.storage.local.set({ [NAME]: "-".repeat(FILL_BYTES) });
  await browser.storage.local.remove(NAME);
  await fillDatabaseLog(FILL_BYTES);
}
