import { anchorOf, readAnchor, writeAnchor } from "./anchor";
import { succeeds } from "./copy-change";
import { MANIFEST_KEY } from "./manifest";
import { readMirror, rowName } from "./mirror";
import type { SecondPlace } from "./second-place";
import { inOneGo, strictWrite } from "./strict-write";
import type { VaultDb } from "./vault-db";

/**
 * An empty database is a fresh start only where nothing says that there was a vault. Where the
 * second copy still stands, it is put back; whether it is whole is seen at the unlock.
 *
 * @returns `recovered` when the database has rows again; `gone` when there was a vault and no copy
 * of it is left.
 */
export function recoverLost({
  db,
  second,
}: {
  db: VaultDb;
  second: SecondPlace;
}): Promise<"none" | "recovered" | "gone"> {
  return second.exclusively(async () => {
    const [anchored, copied] = await Promise.allSettled([readAnchor(second), readMirror(second)]);
    if ((await db.count("rows")) > 0) return "recovered";
    // A store that exists and cannot be read is no sign that there never was a vault.
    if (copied.status === "rejected") return "gone";
    const copy = copied.value;
    const anchor = anchored.status === "fulfilled" ? anchored.value : null;
    const manifest = copy.rows.get(rowName(MANIFEST_KEY));
    const rows = [...copy.rows.values()].filter((row) => row !== null);
    if (!manifest || !rows.some(({ kind }) => kind === "slot"))
      return anchor || copy.names.length > 0 ? "gone" : "none";
    await strictWrite(db, async ({ rows: store, inbox }) => {
      if ((await store.count()) > 0) return;
      await inOneGo([
        ...rows.map((row) => () => store.put(row)),
        ...copy.captures.map((capture) => () => inbox.put(capture)),
      ]);
    });
    // Where the anchor knows a later state, it must go on saying so.
    const value = anchor ? { ...anchor, recovered: true } : anchorOf(manifest, true, true);
    await succeeds(() => writeAnchor(second, value));
    return "recovered";
  });
}
