import { describe, expect, it } from "vitest";
import { utf8 } from "../../../lib/vault/bytes";
import { pack, unpack } from "../../../lib/vault/pack";

const TEXTS = {
  nothing: "",
  "plain letters": "plain",
  "a long text": "long ".repeat(100_000),
  "letters of all kinds": "Schlüssel ключ 鍵 🔑 ".repeat(5_000),
};

describe("a packed text", () => {
  it.each(Object.entries(TEXTS))("gives %s back", async (_, text) => {
    expect(await unpack(await pack(text))).toBe(text);
  });

  it.each(["AAAA", "not base64!"])("is refused when it is none: %s", async (text) => {
    await expect(unpack(text)).rejects.toThrow();
  });

  it("is refused when its end is missing", async () => {
    const packed = Uint8Array.fromBase64(await pack(TEXTS["letters of all kinds"]));

    await expect(unpack(packed.slice(0, -8).toBase64())).rejects.toThrow();
  });
});

describe("the bytes of a text", () => {
  it.each([...Object.entries(TEXTS), ["a lone surrogate", "a\ud800b"]] as const)(
    "are those of the encoder, for %s",
    (_, text) => {
      expect(utf8(text)).toEqual(new TextEncoder().encode(text));
    },
  );
});
