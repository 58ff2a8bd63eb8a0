import { expect, it } from "vitest";
import { noteContact } from "../../../lib/tasks/contacted-hosts";
import { readVaultFacts } from "../../../lib/tasks/vault-facts";
import { noteVaultEvents } from "../../../lib/tasks/vault-journal";
import { factsOf, newPlace, PASSPHRASE, START_MS } from "../vault/place";

const DAY_MS = 86_400_000;

it("shows every host with its first and last day, and unlocks among captures, newest first", async () => {
  const vault = (await newPlace()).open();
  await vault.create(PASSPHRASE);
  await vault.addKey("secret", factsOf("only"));
  await noteContact(vault, "api.example", START_MS);
  await noteContact(vault, "api.example", START_MS + 1000);
  await noteContact(vault, "api.example", START_MS + DAY_MS);
  await noteVaultEvents(vault, [{ kind: "unlocked", by: "passkey" }], START_MS + DAY_MS);

  const { hosts, journal, unverified, keyCount } = await readVaultFacts(vault);

  expect(hosts).toEqual([
    {
      host: "api.example",
      firstAt: new Date(START_MS).toISOString(),
      lastAt: new Date(START_MS + DAY_MS).toISOString(),
    },
  ]);
  expect(journal.map(({ kind }) => kind)).toEqual(["unlocked", "pasted"]);
  expect([keyCount, unverified]).toEqual([1, 1]);
});

it("writes nothing down while the vault is locked", async () => {
  const place = await newPlace();
  const vault = place.open();
  await vault.create(PASSPHRASE);
  await vault.lock();
  const before = await place.db.getAll("rows");

  await noteContact(vault, "api.example", START_MS);
  await noteVaultEvents(vault, [{ kind: "created" }], START_MS);

  expect(await place.db.getAll("rows")).toEqual(before);
});
