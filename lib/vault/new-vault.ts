import { randomBytes } from "./bytes";
import { copyAll, succeeds } from "./copy-change";
import { openRow } from "./envelope";
import { NotSavedError, VaultExistsError, WeakPassphraseError } from "./errors";
import { FORMAT, parseRow, type Row } from "./format";
import { newInboxRow } from "./inbox-key";
import { type Manifest, openManifest } from "./manifest";
import { CURRENT_SET } from "./parameter-sets";
import { isTooShort } from "./passphrase-length";
import { sealPassphraseSlot } from "./passphrase-slot";
import { readWithManifest } from "./read-with-manifest";
import { recoverLost } from "./recover-lost";
import { entryOf, sealManifest } from "./seal-manifest";
import type { SecondPlace } from "./second-place";
import { inOneGo, strictWrite } from "./strict-write";
import type { VaultDb } from "./vault-db";
import { importVaultKey, type VaultKeys, workingKeys } from "./vault-key";

/**
 * Writes an empty vault of generation 0, never beside what another one has left.
 *
 * @param afterLoss - The person knows that there was a vault and that no copy of it is left.
 * @returns the vault key, to be zeroed by the caller.
 * @throws {@link VaultExistsError}, {@link WeakPassphraseError}, {@link NotSavedError}
 */
export async function writeNewVault(
  { db, second }: { db: VaultDb; second: SecondPlace },
  passphrase: string,
  { afterLoss }: { afterLoss: boolean },
) {
  // How easy it is to guess is judged where it is typed: the dictionaries for that weigh 400 kB,
  // and every start of the background's worker would pay for them.
  if (isTooShort(passphrase)) throw new WeakPassphraseError();
  if (await isTaken(db)) throw new VaultExistsError();
  const left = await recoverLost({ db, second });
  if (left === "recovered" || (left === "gone" && !afterLoss)) throw new VaultExistsError();
  const vaultId = crypto.randomUUID();
  const vaultKey = randomBytes(32);
  const keys = await workingKeys(await importVaultKey(vaultKey), vaultId);
  const rows = await firstRows(keys, (place) =>
    sealPassphraseSlot(vaultKey, passphrase, CURRENT_SET, place),
  );
  await writeAll(db, rows);
  await readBack(db, keys, rows);
  await second.exclusively(() => succeeds(() => copyAll({ db, second })));
  return { vaultId, vaultKey };
}

async function firstRows(
  keys: VaultKeys,
  sealSlot: (place: {
    vaultId: string;
    id: string;
    revision: number;
    generation: number;
  }) => Promise<Row>,
): Promise<Row[]> {
  const start = { revision: 1, generation: 0 };
  const slot = await sealSlot({ vaultId: keys.vaultId, id: crypto.randomUUID(), ...start });
  const inbox = await newInboxRow(keys, { id: crypto.randomUUID(), ...start });
  const manifest: Manifest = {
    schema: 1,
    generation: 0,
    lowestFormat: FORMAT,
    inbox: { id: inbox.row.id, publicKey: inbox.publicKey },
    exposed: [],
    rows: await Promise.all([entryOf([slot]), entryOf([inbox.row])]),
  };
  return [slot, inbox.row, await sealManifest(keys, manifest)];
}

async function isTaken(db: VaultDb): Promise<boolean> {
  return (await db.count("rows")) + (await db.count("inbox")) > 0;
}

async function writeAll(db: VaultDb, first: Row[]): Promise<void> {
  const isWritten = await strictWrite(db, async ({ rows, inbox }) => {
    const counts = await Promise.all([rows.count(), inbox.count()]);
    if (counts.some((count) => count > 0)) return false;
    await inOneGo(first.map((row) => () => rows.add(row)));
    return true;
  });
  if (!isWritten) throw new VaultExistsError();
}

async function readBack(db: VaultDb, keys: VaultKeys, rows: Row[]): Promise<void> {
  const { stored, found } = await readWithManifest(db, ({ rows: store }) =>
    Promise.all(rows.map(({ kind, part, id }) => store.get([kind, part, id]))),
  );
  const manifest = parseRow(stored);
  const inbox = found.map(parseRow).find((row) => row?.kind === "inbox");
  const opens =
    found.every((row) => parseRow(row) !== null) &&
    manifest !== null &&
    (await openManifest(keys, manifest)) !== null &&
    inbox !== undefined &&
    inbox !== null &&
    (await openRow(keys, inbox)) !== null;
  if (!opens) throw new NotSavedError();
}
