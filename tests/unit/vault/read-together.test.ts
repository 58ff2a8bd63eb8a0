import { describe, expect, it } from "vitest";
import { newPlace, PASSPHRASE } from "./place";

async function vaultWithDocuments() {
  const place = await newPlace();
  const vault = place.open();
  await vault.create(PASSPHRASE);
  await vault.putDocument("settings", "short", { says: "short" });
  await vault.putDocument("snapshot", "long", { says: "long ".repeat(4_000) });
  return { place, vault };
}

describe("documents that are asked for at once", () => {
  it("are each the one that was asked for, and null where there is none", async () => {
    const { place } = await vaultWithDocuments();
    const vault = place.open();

    const [long, none, short, otherKind] = await Promise.all([
      vault.document("snapshot", "long"),
      vault.document("settings", "none"),
      vault.document("settings", "short"),
      vault.document("snapshot", "short"),
    ]);

    expect(short).toEqual({ says: "short" });
    expect(long).toEqual({ says: "long ".repeat(4_000) });
    expect([none, otherKind]).toEqual([null, null]);
  });

  it("are read although one of them is damaged, and that one is told", async () => {
    const { place } = await vaultWithDocuments();
    for (const row of await place.db.getAll("rows"))
      if (row.kind === "snapshot" && row.part === 2)
        await place.db.delete("rows", [row.kind, row.part, row.id]);
    const vault = place.open();

    const [long, short] = await Promise.allSettled([
      vault.document("snapshot", "long"),
      vault.document("settings", "short"),
    ]);

    expect(short).toMatchObject({ value: { says: "short" } });
    expect(long).toMatchObject({ reason: { name: "DamagedVaultError" } });
  });

  it("are as they are now, also right after a change by another context", async () => {
    const { place, vault } = await vaultWithDocuments();
    const other = place.open();
    await other.document("settings", "short");
    await vault.putDocument("settings", "short", { says: "changed" });

    expect(await other.document("settings", "short")).toEqual({ says: "changed" });
  });
});
