import { describe, expect, it } from "vitest";
import { addKey } from "../../../lib/tasks/add-key";
import { readContractsSnapshot } from "../../../lib/tasks/contracts-snapshot";
import { settleKeyInUse } from "../../../lib/tasks/key-in-use";
import { refreshContracts } from "../../../lib/tasks/refresh-contracts";
import { testKept } from "../../../lib/tasks/test-kept";
import { newPlace, PASSPHRASE, START_MS } from "../vault/place";
import { aToken } from "./a-token";

const CONTRACTS = [{ id: "c-1", details: "Archive", reservedCapacity: 5e12, currency: "EUR" }];

function networkOf(answer: () => Response, asked: Request[] = []) {
  const fetch = async (request: Request) => {
    asked.push(request);
    return answer();
  };
  return { fetch, isOnline: () => true, nowMs: () => START_MS };
}

async function aVaultWithOneKey() {
  const vault = (await newPlace()).open();
  await vault.create(PASSPHRASE);
  const token = aToken();
  const kept = await addKey(vault, { token, description: "x", end: { kind: "unknown" } }, START_MS);
  await settleKeyInUse(vault);
  return { vault, token, keyId: kept.id };
}

describe("refreshing contracts", () => {
  it("asks the key's own host with the kept token, and keeps what came", async () => {
    const { vault, token, keyId } = await aVaultWithOneKey();
    const asked: Request[] = [];
    await refreshContracts(
      vault,
      networkOf(() => Response.json(CONTRACTS), asked),
    );
    expect(asked.map(({ url }) => url)).toEqual([
      "https://api.partner.impossiblecloud.com/v1/contract/list",
    ]);
    expect(asked[0]?.headers.get("authorization")).toBe(`Bearer ${token}`);
    expect(await readContractsSnapshot(vault, keyId)).toMatchObject({
      at: new Date(START_MS).toISOString(),
      contracts: [{ details: { value: "Archive" }, reservedBytes: { value: 5e12 } }],
      notUnderstood: 0,
    });
  });

  it("keeps 10,000 contracts, and a few afterwards in their place", async () => {
    const { vault, keyId } = await aVaultWithOneKey();
    const many = Array.from({ length: 10_000 }, (_, at) => ({
      ...CONTRACTS[0],
      id: crypto.randomUUID(),
      details: `Archive ${at}`,
    }));
    for (const answer of [CONTRACTS, many, CONTRACTS]) {
      await refreshContracts(
        vault,
        networkOf(() => Response.json(answer)),
      );
      const kept = await readContractsSnapshot(vault, keyId);
      expect(kept?.contracts.map(({ id }) => id.value)).toEqual(answer.map(({ id }) => id));
    }
  });

  it("counts a key as verified once a call succeeded with it", async () => {
    const { vault } = await aVaultWithOneKey();
    await refreshContracts(
      vault,
      networkOf(() => Response.json(CONTRACTS)),
    );
    expect((await vault.keys())[0]?.verifiedAt).toBe(new Date(START_MS).toISOString());
  });

  it("leaves the old snapshot alone when the API fails", async () => {
    const { vault, keyId } = await aVaultWithOneKey();
    await refreshContracts(
      vault,
      networkOf(() => Response.json(CONTRACTS)),
    );
    const before = await readContractsSnapshot(vault, keyId);
    await expect(
      refreshContracts(
        vault,
        networkOf(() => new Response("no", { status: 500 })),
      ),
    ).rejects.toMatchObject({ name: "ApiFaultError" });
    expect(await readContractsSnapshot(vault, keyId)).toEqual(before);
  });

  it("asks nothing when no key is in use", async () => {
    const vault = (await newPlace()).open();
    await vault.create(PASSPHRASE);
    const asked: Request[] = [];
    await expect(
      refreshContracts(
        vault,
        networkOf(() => Response.json([]), asked),
      ),
    ).rejects.toMatchObject({ name: "NoKeyInUseError" });
    expect(asked).toEqual([]);
  });

  it("asks nothing while the vault is locked", async () => {
    const { vault } = await aVaultWithOneKey();
    await vault.lock();
    const asked: Request[] = [];
    await expect(
      refreshContracts(
        vault,
        networkOf(() => Response.json([]), asked),
      ),
    ).rejects.toMatchObject({ name: "VaultLockedError" });
    expect(asked).toEqual([]);
  });
});

describe("testing a kept key", () => {
  it("keeps the outcome with the key", async () => {
    const { vault, keyId } = await aVaultWithOneKey();
    await testKept(
      vault,
      keyId,
      networkOf(() => Response.json(CONTRACTS)),
    );
    expect((await vault.keys())[0]).toMatchObject({ lastTest: { outcome: "works" } });
    await testKept(
      vault,
      keyId,
      networkOf(() => Response.json({ message: "no" }, { status: 401 })),
    );
    const [kept] = await vault.keys();
    expect(kept?.lastTest?.outcome).toBe("refused");
    expect(kept?.verifiedAt).not.toBeNull();
  });
});
