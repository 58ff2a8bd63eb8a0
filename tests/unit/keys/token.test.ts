import { describe, expect, it } from "vitest";
import { createdAtOfToken, endOfToken, readToken, type Token } from "../../../lib/keys/token";
import { base64url, sampleToken } from "./sample-token";

const TOKEN = sampleToken();
const [HEAD = "", BODY = "", SIGNATURE = ""] = TOKEN.split(".");
const json = (text: string) => base64url(new TextEncoder().encode(text));

const claiming = (claims: Record<string, unknown>) => readToken(sampleToken(claims)) as Token;

describe("recognising a token", () => {
  it("takes three parts with an algorithm, claims and a signature", () => {
    expect(readToken(TOKEN)).toMatchObject({ text: TOKEN, algorithm: "HS256" });
  });

  it.each([
    ["nothing", ""],
    ["two parts", `${HEAD}.${BODY}`],
    ["no signature", `${HEAD}.${BODY}.`],
    ["four parts", `${TOKEN}.x`],
    ["a blank in front", ` ${TOKEN}`],
    ["padding", `${TOKEN}=`],
    ["no signature by its own word", sampleToken({}, { alg: "none" })],
    ["no signature, spelled oddly", sampleToken({}, { alg: "NoNe" })],
    ["no algorithm", sampleToken({}, { typ: "JWT" })],
    ["an algorithm that is no text", sampleToken({}, { alg: 1 })],
    ["a header that is a list", `${json("[1]")}.${BODY}.${SIGNATURE}`],
    ["claims that are no object", `${HEAD}.${json("null")}.${SIGNATURE}`],
    ["claims that are no JSON", `${HEAD}.${json("{")}.${SIGNATURE}`],
    [
      "claims that are no UTF-8",
      `${HEAD}.${base64url(new Uint8Array([123, 34, 255, 34, 125]))}.${SIGNATURE}`,
    ],
    ["a Cyrillic letter", TOKEN.replace("J", "Ј")],
    ["a host name", "api.partner.impossiblecloud"],
    ["far too much", sampleToken({ sub: "x".repeat(9_000) })],
  ])("refuses %s", (_, text) => {
    expect(readToken(text)).toBeNull();
  });
});

describe("the token's own word", () => {
  it.each([
    ["a number", 1_830_000_000],
    ["a text", "1830000000"],
    ["a fraction", 1_830_000_000.25],
  ])("reads its end from %s of seconds", (_, exp) => {
    expect(endOfToken(claiming({ exp }))).toMatchObject({
      kind: "at",
      at: expect.stringMatching(/^2027-12-28T13:20:00/),
      from: "token",
    });
  });

  it.each([
    ["none", undefined],
    ["milliseconds", 1_830_000_000_000],
    ["zero", 0],
    ["a negative number", -5],
    ["a list", [1_830_000_000]],
    ["an object", { valueOf: 1 }],
    ["words", "tomorrow"],
    ["true", true],
    ["null", null],
    ["an endless text", "1".repeat(400)],
  ])("says nothing for %s", (_, exp) => {
    expect(endOfToken(claiming({ exp }))).toEqual({ kind: "unknown" });
    expect(createdAtOfToken(claiming({ iat: exp }))).toBeNull();
  });

  it("tells when it was issued", () => {
    expect(createdAtOfToken(claiming({ iat: 1_767_225_600 }))).toBe("2026-01-01T00:00:00.000Z");
  });
});
