import { describe, expect, it } from "vitest";
import { judgePassphrase } from "../../../lib/vault/passphrase";
import { PASSPHRASE_WORDS, suggestPassphrase } from "../../../lib/vault/passphrase-words";

describe("a passphrase", () => {
  it.each([
    ["four unrelated words", "velvet harbor cactus mongoose"],
    ["random characters", "x7#Qp2!vLm9&Zt"],
    ["words of another language", "Regenschirm Kaktus Tümpel 81"],
  ])("is taken when it is %s", async (_, passphrase) => {
    expect(await judgePassphrase(passphrase)).toMatchObject({ accepted: true, problem: null });
  });

  it.each([
    ["eleven characters", "x7#Qp2!vLm9", "too-short"],
    ["nothing", "", "too-short"],
    ["six that count as twelve in UTF-16", "😀😁😂🤣😃😄", "too-short"],
    ["one letter again and again", "aaaaaaaaaaaaaaaa", "too-weak"],
    ["a row of keys", "qwertyuiopasdf", "too-weak"],
    ["a common password twice", "password password", "too-weak"],
    ["the vendor and a year", "ImpossibleCloud2027", "too-weak"],
    ["full-width letters of a common one", "ｐａｓｓｗｏｒｄ１２３４", "too-weak"],
  ])("is refused when it is %s", async (_, passphrase, problem) => {
    expect(await judgePassphrase(passphrase)).toMatchObject({ accepted: false, problem });
  });
});

describe("a suggested passphrase", () => {
  it("is five words of the list, another one each time, and always taken", async () => {
    const suggestions = Array.from({ length: 50 }, suggestPassphrase);

    expect(new Set(suggestions).size).toBe(50);
    for (const suggestion of suggestions) {
      const words = suggestion.split(" ");
      expect(words.length).toBe(5);
      expect(words.every((word) => PASSPHRASE_WORDS.includes(word))).toBe(true);
      expect(await judgePassphrase(suggestion)).toMatchObject({ accepted: true });
    }
  });

  it("is drawn from 2,048 different plain words", () => {
    expect(new Set(PASSPHRASE_WORDS).size).toBe(2048);
    expect(PASSPHRASE_WORDS.filter((word) => !/^[a-z]{3,8}$/.test(word))).toEqual([]);
  });
});
