import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listContracts } from "../../../lib/api/contracts";
import { clientFor, keptKey } from "../../../lib/tasks/key-client";
import { setApiHost } from "../../../lib/tasks/set-api-host";
import { SetByOrganisationError } from "../../../lib/tasks/settings/policy-limits";
import { icmcWorld } from "./icmc-world";

let world: Awaited<ReturnType<typeof icmcWorld>>;

beforeAll(async () => {
  world = await icmcWorld();
});

afterAll(() => world.close());

describe("a call with a kept key", () => {
  it("sends nothing, and opens no key, where its host is not allowed", async () => {
    const { vault, keyId, network } = world;
    const sent: string[] = [];
    const opened: string[] = [];
    const client = clientFor(
      await keptKey(vault, keyId),
      {
        ...vault,
        token: (id) => {
          opened.push(id);
          return vault.token(id);
        },
      },
      {
        ...network,
        fetch: (request) => {
          sent.push(request.url);
          return network.fetch(request);
        },
        checkHost: async () => {
          throw new SetByOrganisationError("host");
        },
      },
    );

    await expect(listContracts(client)).rejects.toBeInstanceOf(SetByOrganisationError);
    expect({ sent, opened }).toEqual({ sent: [], opened: [] });
  });
});

describe("the host of a kept key", () => {
  it("is another from then on, and what the one before said counts no longer", async () => {
    const { vault, keyId } = world;
    const host = "api.partner.eu-west-1.impossiblecloud.com";
    const tested = { at: "2026-11-23T12:00:00.000Z", outcome: "works" } as const;
    await vault.updateKey(keyId, { verifiedAt: tested.at, lastTest: tested });

    await setApiHost(vault, { keyId, host });

    expect(await keptKey(vault, keyId)).toMatchObject({
      apiHost: host,
      verifiedAt: null,
      lastTest: null,
    });
  });

  it.each(["api.partner.example.com", "api.partner.impossiblecloud.com.", ""])(
    "is never %j",
    async (host) => {
      const { vault, keyId } = world;
      await expect(setApiHost(vault, { keyId, host })).rejects.toMatchObject({
        name: "UnknownApiHostError",
      });
    },
  );
});
