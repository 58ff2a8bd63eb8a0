const NAME = "room-probe";
const PROBE_BYTES = 256 * 1024;

/**
 * Whether the disk takes a little more. Seen on Chromium: a database that is opened while the disk is
 * full counts as damaged, and the browser puts an empty one in its place.
 */
export async function hasRoom(): Promise<boolean> {
  const [written] = await Promise.allSettled([writeProbe()]);
  return written.status === "fulfilled";
}

async function writeProbe(): Promise<void> {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(NAME, { create: true });
  try {
    const file = await handle.createWritable();
    await file.write(new Uint8Array(PROBE_BYTES));
    await file.close();
  } finally {
    await folder.removeEntry(NAME);
  }
}
