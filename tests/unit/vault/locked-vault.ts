import { type Disk, factsOf, imageOf, newPlace, PASSPHRASE } from "./place";

/** A locked vault with so many keys, their index, and a choice: all that a first picture is made of. */
export async function lockedVault(keys: number): Promise<Disk> {
  const place = await newPlace();
  const vault = place.open();
  await vault.create(PASSPHRASE);
  for (let at = 0; at < keys; at++) await vault.addKey(`secret ${at}`, factsOf(`key ${at}`));
  await vault.refreshKeyIndex();
  await vault.putDocument("settings", "preferences", { keyInUse: "one" });
  await vault.lock();
  return imageOf(place);
}
