import { sessionArea } from "../session-area";

// Seen on Chromium, with a disk that had been full: `storage.local` and IndexedDB both append to a
// LevelDB log, and one append that failed leaves that log out of step. Everything written behind it
// succeeds, is read back from memory, and is thrown away at the browser's next start, by both at
// once. A new log, begun from what is in memory, mends that; where a failure may have been, one is
// begun before anything is called saved.

const NAME = "fresh-logs";

/**
 * Waits for a write to `storage.local`, and until it will still be there tomorrow.
 *
 * @throws as the write does, and as {@link ensureFreshLogs}.
 */
export async function written(writing: Promise<void>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    await spoilLogs();
    throw error;
  }
  await ensureFreshLogs();
}

/**
 * What was written so far survives the browser's end once this resolves. Quick, but for the first
 * time in a browser session (the logs may be left over from a full disk) and after a failure.
 *
 * @throws when the disk has no room for new logs, about 16 MB.
 */
async function ensureFreshLogs(): Promise<void> {
  if (import.meta.env.FIREFOX || (await areFresh())) return;
  await navigator.locks.request(NAME, async () => {
    if (await areFresh()) return;
    const { beginNewLogs } = await import("./new-logs");
    await beginNewLogs();
    await sessionArea.set(NAME, true);
  });
}

/** Takes that one second while nobody waits for it. Where it fails, the next write says so. */
export async function prepareLogs(): Promise<void> {
  await Promise.allSettled([ensureFreshLogs()]);
}

/** A write failed: from here on what is written may not survive. */
export async function spoilLogs(): Promise<void> {
  if (import.meta.env.FIREFOX) return;
  // Not while new ones are begun: their end would hide this failure.
  await navigator.locks.request(NAME, () => sessionArea.remove(NAME));
}

async function areFresh(): Promise<boolean> {
  return (await sessionArea.get(NAME)) === true;
}
