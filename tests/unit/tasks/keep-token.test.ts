import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Capture } from "../../../lib/keys/api-key";
import { checkCapture } from "../../../lib/tasks/capture";
import { holdToken, saveHeldToken } from "../../../lib/tasks/keep-token";
import { newPlace, PASSPHRASE, START_MS } from "../vault/place";
import { aToken } from "./a-token";

function aCapture(facts: Partial<Capture> = {}): Capture {
  return {
    captureId: crypto.randomUUID(),
    token: aToken(),
    description: "Backup gateway",
    end: { kind: "unknown" },
    capturedAt: "2027-03-01T09:59:00.000Z",
    ...facts,
  };
}

describe("a token seen in the page", () => {
  it("is bound to the API's host that the page showed, also when it was sealed while locked", async () => {
    const apiHost = "api.partner.eu-central-2.impossiblecloud.com";
    const vault = (await newPlace()).open();
    await vault.create(PASSPHRASE);
    await vault.lock();
    const capture = aCapture({ apiHost });
    await holdToken(vault, capture, START_MS);
    await saveHeldToken(vault, capture.captureId);
    await vault.unlock(PASSPHRASE);
    expect(await vault.keys()).toMatchObject([{ id: capture.captureId, apiHost }]);
  });

  it.each(["api.partner.impossiblecloud.com.evil.example", "localhost", "", 7])(
    "is never bound to %j, whatever a page says",
    (apiHost) => {
      const sent = { ...aCapture(), apiHost };
      expect(checkCapture(sent, START_MS)).not.toHaveProperty("apiHost");
    },
  );

  it("is told to wait in the page while there is no vault", async () => {
    const vault = (await newPlace()).open();
    expect(await holdToken(vault, aCapture(), START_MS)).toEqual({ state: "no-vault" });
  });

  it("is held, then saved, and is the same token afterwards", async () => {
    const vault = (await newPlace()).open();
    await vault.create(PASSPHRASE);
    const capture = aCapture();
    expect(await holdToken(vault, capture, START_MS)).toEqual({ state: "held" });
    expect(await saveHeldToken(vault, capture.captureId)).toEqual({ state: "saved" });
    const [kept] = await vault.keys();
    expect(await vault.token(kept?.id ?? "")).toBe(capture.token);
  });

  it("stays saved when it is sent again, and is kept once", async () => {
    const vault = (await newPlace()).open();
    await vault.create(PASSPHRASE);
    const capture = aCapture();
    await holdToken(vault, capture, START_MS);
    await saveHeldToken(vault, capture.captureId);
    expect(await holdToken(vault, capture, START_MS)).toEqual({ state: "saved" });
    expect(await saveHeldToken(vault, capture.captureId)).toEqual({ state: "saved" });
    expect((await vault.keys()).length).toBe(1);
  });

  it("must be sent again when nothing is held under its id", async () => {
    const vault = (await newPlace()).open();
    await vault.create(PASSPHRASE);
    expect(await saveHeldToken(vault, crypto.randomUUID())).toEqual({
      state: "failed",
      reason: "gone",
    });
  });

  it("is refused in words the page has when fifty are waiting already", async () => {
    const vault = (await newPlace()).open();
    await vault.create(PASSPHRASE);
    for (let held = 0; held < 50; held++) await holdToken(vault, aCapture(), START_MS);
    expect(await holdToken(vault, aCapture(), START_MS)).toEqual({
      state: "failed",
      reason: "inbox-full",
    });
  });
});

describe("what arrives from the page", () => {
  it("keeps the token although everything beside it is unusable", () => {
    const { captureId, token } = aCapture();
    const sent = {
      captureId,
      token,
      description: 7,
      end: { kind: "at", at: "soon" },
      capturedAt: {},
    };
    expect(checkCapture(sent, START_MS)).toEqual({
      captureId,
      token,
      description: "",
      end: { kind: "unknown" },
      capturedAt: new Date(START_MS).toISOString(),
    });
  });

  it("is nothing without a token or an id, whatever else it is", () => {
    fc.assert(
      fc.property(fc.anything(), (sent) => {
        expect(checkCapture(sent, START_MS)).toBeNull();
      }),
    );
  });

  it.each([
    ["a shortened token", { token: aToken().slice(0, -40).split(".").slice(0, 2).join(".") }],
    ["a token with a blank in it", { token: aToken().replace(".", ". ") }],
    ["a token longer than any key", { token: aToken({ filler: "x".repeat(9_000) }) }],
    ["an id that is no UUID", { captureId: "__proto__" }],
  ])("is nothing with %s", (_what, wrong) => {
    expect(checkCapture(aCapture(wrong), START_MS)).toBeNull();
  });
});
