import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanPasted } from "../../../lib/keys/pasted-token";
import { base64url, sampleToken } from "./sample-token";

const bytes = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 91 + 7) % 256);
const TOKEN = sampleToken();
/** Long enough that a terminal or a mail wraps it several times. */
const LONG = sampleToken({ sub: "x".repeat(300) }, { alg: "RS256", kid: "1" }, bytes(256));
/** Nothing proves where it ends. */
const OWN = sampleToken({ sub: "x" }, { alg: "VENDOR" }, bytes(20));

const wrapped = (token: string, width: number, by: string) =>
  (token.match(new RegExp(`.{1,${width}}`, "g")) ?? []).join(by);

const AROUND: [before: string, after: string][] = [
  ["", ""],
  [" ", "\n"],
  ["\ufeff", "\u200b"],
  ["\u00a0", "\u3000"],
  ["Bearer ", ""],
  ["bearer\t", "\r\n"],
  ["Authorization: Bearer ", ""],
  ['"Authorization": "Bearer ', '"'],
  ["'", "'"],
  ["“", "”"],
  ["„", "“"],
  ["«", "»"],
  ["`", "`"],
  ["```\n", "\n```"],
  ["<code>", "</code>"],
  ["(", ")"],
  ["", ","],
  ["", ";"],
  ["TOKEN=", ""],
  ["export ICMC_TOKEN='", "'"],
  ['{"token":"', '"}'],
  ['{\n  "token": "', '",\n  "expiresAt": "2027-03-04T00:00:00Z"\n}'],
  ["token: ", ""],
  ['curl -H "Authorization: Bearer ', '" https://api.partner.impossiblecloud.com/v1/contract/list'],
  [
    "curl --header 'Authorization: Bearer ",
    "' \\\n  https://api.partner.impossiblecloud.com/v1/contract/list",
  ],
  ['-d "{\\"token\\": \\"', '\\"}"'],
  ["My key is ", ""],
  ["> ", ""],
];

const INSIDE: ((token: string) => string)[] = [
  (token) => token,
  (token) => wrapped(token, 64, "\n"),
  (token) => wrapped(token, 76, "\r\n"),
  (token) => wrapped(token, 80, " \\\n    "),
  (token) => wrapped(token, 70, "\n> "),
  (token) => wrapped(token, 60, "\\n"),
  (token) => wrapped(token, 11, " "),
  (token) => wrapped(token, 5, "\u200b"),
  (token) => wrapped(token, 50, "\u00ad\n"),
  (token) => wrapped(token, 1, "\u2060"),
];

const VARIANTS = AROUND.flatMap(([before, after]) =>
  INSIDE.map((inside) => ({ before, inside, after })),
);

it("finds the exact key in every usual wrapping, or takes none", () => {
  expect(VARIANTS.length).toBeGreaterThanOrEqual(200);
  for (const token of [TOKEN, LONG, OWN]) {
    let taken = 0;
    for (const { before, inside, after } of VARIANTS) {
      const answer = cleanPasted(before + inside(token) + after);
      if (answer.kind === "refused") continue;
      expect(answer.token).toBe(token);
      taken++;
    }
    // Only a signature of a known length can be put together again with certainty.
    expect(taken / VARIANTS.length).toBeGreaterThan(token === OWN ? 0.3 : 0.8);
  }
});

it.each(AROUND)("takes the unbroken key out of %j … %j", (before, after) => {
  for (const token of [TOKEN, LONG, OWN])
    expect(cleanPasted(before + token + after)).toEqual({ kind: "token", token });
});

it.each([
  ["lines", "\n"],
  ["continued lines", " \\\n"],
  ["quoted mail", "\n> "],
  ["blanks", " "],
])("joins a key broken into %s", (_, by) => {
  for (const width of [7, 40, 64, 80, 120])
    expect(cleanPasted(wrapped(LONG, width, by))).toEqual({ kind: "token", token: LONG });
});

describe("random wrapping and damage", () => {
  const noise = fc.constantFrom(
    " ",
    "\n",
    "\r\n",
    "\t",
    "\u200b",
    "\u00a0",
    "\ufeff",
    "\\\n",
    "\n> ",
    "\\n",
  );
  // None of the key's own letters: one more of them could not be told from the key by anyone.
  const mark = fc.constantFrom(
    '"',
    "'",
    ",",
    ";",
    ".",
    "…",
    "=",
    "а",
    "!",
    "/",
    "𝐚",
    ":",
    "”",
    "\n\n",
    " … ",
  );
  const token = fc
    .record({
      sub: fc.string({ unit: "binary", maxLength: 60 }),
      exp: fc.integer({ min: 1_600_000_000, max: 2_200_000_000 }),
      algorithm: fc.constantFrom(
        ["HS256", 32],
        ["HS512", 64],
        ["ES256", 64],
        ["EdDSA", 64],
        ["RS256", 256],
      ),
      seed: fc.uint8Array({ minLength: 256, maxLength: 256 }),
    })
    .map(({ sub, exp, algorithm: [alg, length], seed }) =>
      sampleToken({ sub, exp }, { alg: String(alg) }, seed.slice(0, Number(length))),
    );
  const places = fc.array(
    fc.tuple(fc.nat(), fc.oneof({ weight: 4, arbitrary: noise }, { weight: 1, arbitrary: mark })),
    { maxLength: 6 },
  );

  it("gives the exact key or none, 10,000 times", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(
        token,
        places,
        fc.constantFrom(...AROUND),
        fc.nat(),
        fc.integer({ min: 0, max: 9 }),
        (key, insertions, [before, after], cut, damage) => {
          let text = key;
          for (const [place, piece] of insertions) {
            const at = place % (text.length + 1);
            text = text.slice(0, at) + piece + text.slice(at);
          }
          // One time in ten the end was not copied.
          if (damage === 0) text = text.slice(0, text.length - 1 - (cut % 20));
          const answer = cleanPasted(before + text + after);
          if (answer.kind === "token") expect(answer.token).toBe(key);
          else expect(answer.at).toBeLessThanOrEqual((before + text + after).length);
        },
      ),
      { numRuns: 10_000 },
    );
  });
});

describe("what is refused", () => {
  it.each([
    ["nothing", " \n ", "empty", 0],
    ["words", "  hello world", "no-key", 2],
    ["an S3 key", "AKIAIOSFODNN7EXAMPLE", "no-key", 0],
    ["a lost dot", TOKEN.replace(".", ""), "cut-short", TOKEN.length - 1],
    ["a lost end", TOKEN.slice(0, -1), "cut-short", TOKEN.length - 1],
    ["only the first part", TOKEN.split(".")[0] ?? "", "cut-short", TOKEN.indexOf(".")],
    ["a fourth part", `${TOKEN}.x`, "unexpected-character", TOKEN.length],
    [
      "a mark in the middle",
      `${TOKEN.slice(0, 50)}!${TOKEN.slice(50)}`,
      "unexpected-character",
      50,
    ],
    ["a look-alike letter", `${TOKEN.slice(0, 50)}а${TOKEN.slice(51)}`, "look-alike", 50],
    ["a look-alike at the very beginning", `е${TOKEN.slice(1)}`, "look-alike", 0],
    [
      "damaged claims",
      `${TOKEN.split(".")[0]}.e${TOKEN.split(".")[1]}.${TOKEN.split(".")[2]}`,
      "damaged",
      TOKEN.indexOf(".") + 1,
    ],
    ["two keys", `${TOKEN}\n${LONG}`, "two-keys", TOKEN.length + 1],
    [
      "a key and words, where nothing proves its end",
      `${OWN} thanks`,
      "unsure-where-it-ends",
      OWN.length + 7,
    ],
    [
      "an unsigned token",
      `${base64url(new TextEncoder().encode('{"alg":"none"}'))}.e30.x`,
      "damaged",
      0,
    ],
    ["a whole book", "x".repeat(100_000), "too-long", 32_000],
  ])("says why and where: %s", (_, text, reason, at) => {
    expect(cleanPasted(text)).toMatchObject({ kind: "refused", reason, at });
  });

  // What grows with a power of 32,000 ends this test by its time limit.
  it.each(["e ", "ey ", "eyJ.", "eyJhbGciOiJIUzI1NiJ9 ", "> ", "\\n", "\u200b", "'"])(
    "is refused, however often %j stands there",
    (piece) => {
      const { kind } = cleanPasted(piece.repeat(Math.floor(32_000 / piece.length)));
      expect(kind).toBe("refused");
    },
  );
});
