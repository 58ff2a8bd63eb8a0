const NAME = "room-probe";
const PROBE_BYTES = 256 * 1024;

/**
 * Whether the disk takes so much more, a little unless told. Seen on Chromium: a database that is
 * opened while the disk is full counts as damaged, and the browser puts an empty one in its place.
 */
export async function hasRoom(bytes = PROBE_BYTES): Promise<boolean> {
  const [written] = await Promise.allSettled([writeProbe(bytes)]);
  return written.status === "fulfilled";
}

async function writeProbe(bytes: number): Promise<void> {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(NAME, { create: true });
  try {
    const file = await handle.createWritable();
    await file.write(new Uint8Array(bytes));
    await file.close();
  } finally {
    await folder.removeEntry(NAME);
  }
}
