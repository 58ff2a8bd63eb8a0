import { expect, it } from "vitest";
import { countUnbacked, writeBackupNote } from "../../../lib/tasks/backup-note";
import { factsOf, newPlace, PASSPHRASE, START_MS } from "../vault/place";

const DAY_MS = 86_400_000;

it("counts keys that are a week old and in no backup", async () => {
  const vault = (await newPlace()).open();
  await vault.create(PASSPHRASE);
  const first = await vault.addKey("first", factsOf("first"));
  await vault.addKey("second", factsOf("second"));
  const keys = await vault.keys();
  expect(await countUnbacked(vault, keys, START_MS + 6 * DAY_MS)).toBe(0);
  expect(await countUnbacked(vault, keys, START_MS + 7 * DAY_MS)).toBe(2);

  await writeBackupNote(vault, [first.id], START_MS);

  expect(await countUnbacked(vault, keys, START_MS + 7 * DAY_MS)).toBe(1);
});
