import { describe, expect, it } from "vitest";
import { addKey } from "../../../lib/tasks/add-key";
import { settleKeyInUse } from "../../../lib/tasks/key-in-use";
import { changePreferences, readPreferences } from "../../../lib/tasks/preferences";
import { newPlace, PASSPHRASE, START_MS } from "../vault/place";
import { aToken } from "./a-token";

async function anOpenVault() {
  const vault = (await newPlace()).open();
  await vault.create(PASSPHRASE);
  return vault;
}
const END = { kind: "at", at: "2027-12-31T23:59:00.000Z", from: "person" } as const;

describe("a key added by hand", () => {
  it("ends when its own claim says, not when somebody thought", async () => {
    const vault = await anOpenVault();
    const token = aToken({ exp: 1_830_000_000, iat: 1_800_000_000 });
    const kept = await addKey(vault, { token, description: "x", end: END }, START_MS);
    expect(kept.end).toEqual({ kind: "at", at: "2027-12-28T13:20:00.000Z", from: "token" });
    expect(kept.createdAt).toBe("2027-01-15T08:00:00.000Z");
  });

  it("ends when the person says where it has no claim", async () => {
    const vault = await anOpenVault();
    const kept = await addKey(vault, { token: aToken(), description: "x", end: END }, START_MS);
    expect(kept.end).toEqual(END);
  });

  it("is refused when it is no key", async () => {
    const vault = await anOpenVault();
    await expect(
      addKey(vault, { token: "hello", description: "x", end: END }, START_MS),
    ).rejects.toMatchObject({ name: "NotATokenError" });
  });

  it("is refused when the vault has it already", async () => {
    const vault = await anOpenVault();
    const token = aToken();
    await addKey(vault, { token, description: "one", end: END }, START_MS);
    await expect(
      addKey(vault, { token, description: "two", end: END }, START_MS),
    ).rejects.toMatchObject({ name: "DuplicateKeyError" });
  });
});

describe("the key in use", () => {
  it("is the only key without anybody choosing it", async () => {
    const vault = await anOpenVault();
    const kept = await addKey(vault, { token: aToken(), description: "x", end: END }, START_MS);
    await settleKeyInUse(vault);
    expect((await readPreferences(vault)).keyInUse).toBe(kept.id);
  });

  it("stays what was chosen when more keys come", async () => {
    const vault = await anOpenVault();
    const first = await addKey(vault, { token: aToken(), description: "x", end: END }, START_MS);
    await changePreferences(vault, { keyInUse: first.id });
    await addKey(vault, { token: aToken(), description: "y", end: END }, START_MS);
    await settleKeyInUse(vault);
    expect((await readPreferences(vault)).keyInUse).toBe(first.id);
  });

  it("is none when it was removed and several others are left", async () => {
    const vault = await anOpenVault();
    const used = await addKey(vault, { token: aToken(), description: "x", end: END }, START_MS);
    await addKey(vault, { token: aToken(), description: "y", end: END }, START_MS);
    await addKey(vault, { token: aToken(), description: "z", end: END }, START_MS);
    await changePreferences(vault, { keyInUse: used.id });
    await vault.removeKey(used.id);
    await settleKeyInUse(vault);
    expect((await readPreferences(vault)).keyInUse).toBeNull();
  });
});
