import type { Fault } from "../icmc/faults.ts";

/** Would leave a mark or call somebody if any of it ever ran or were loaded. */
const LURES = [
  "<script>globalThis.lured=1;fetch('https://lure.example/script')</script>",
  "<img src=https://lure.example/image onerror=globalThis.lured=1>",
  "<svg onload=globalThis.lured=1><iframe src=https://lure.example/frame></iframe></svg>",
  "<style>@import 'https://lure.example/style'</style><link rel=stylesheet href=https://lure.example/link>",
  "javascript:globalThis.lured=1",
  "'\"><a href=https://lure.example/ autofocus onfocus=globalThis.lured=1>x</a>",
];
const FIELDS = [
  ...["id", "name", "details", "currency", "distributorId", "message", "error", "clientAccountId"],
  ...["reservedCapacity", "allocatedCapacity", "costStorageGBCents", "__proto__", "constructor"],
];
const ELSEWHERE = [
  "https://lure.example/v1/contract/list",
  "https://partner.impossiblecloud.com/v1/contract/list",
  "https://api.partner.eu-west-1.impossiblecloud.com/v1/contract/list",
  "http://api.partner.impossiblecloud.com/v1/contract/list",
  "//lure.example/",
  "javascript:globalThis.lured=1",
];
const STATUSES = [201, 204, 301, 400, 401, 403, 404, 409, 418, 422, 500];
/** A read is tried again behind these, and takes its time. */
const REPEATED = [429, 502, 503, 504];
const DEEPEST = 4;

type Random = (below: number) => number;

/** One way for an answer to be bad. Every hundredth is never given; those behind a wait are few. */
export function badAnswer(random: Random, run: number): Fault {
  if (run % 100 === 50) return { kind: "silent" };
  if (run % 25 === 10)
    return { kind: "status", status: pick(REPEATED, random), message: lure(random) };
  const kinds: (() => Fault)[] = [
    () => ({ kind: "instead", body: anything(random) }),
    () => ({ kind: "instead", body: Array.from({ length: random(5) }, () => contract(random)) }),
    () => ({ kind: "instead", body: Array.from({ length: random(5) }, () => contract(random)) }),
    () => ({ kind: "instead", status: pick(STATUSES, random), body: anything(random) }),
    () => ({ kind: "instead", body: "x".repeat(3 * 2 ** 20) }),
    () => ({ kind: "status", status: pick(STATUSES, random), message: lure(random) }),
    () => ({ kind: "redirect", to: pick(ELSEWHERE, random) }),
    () => ({ kind: "html", status: pick([200, 403, 500], random) }),
    () => ({ kind: "truncated" }),
    () => ({ kind: "empty" }),
  ];
  // A connection that breaks is tried again as well.
  if (run % 50 === 20) return { kind: pick(["lost", "reset"] as const, random) };
  return pick(kinds, random)();
}

function contract(random: Random): Record<string, unknown> {
  return Object.fromEntries(
    FIELDS.filter(() => random(3) > 0).map((name) => [name, anything(random, DEEPEST - 1)]),
  );
}

function anything(random: Random, depth = 0): unknown {
  const kinds: (() => unknown)[] = [
    () => lure(random),
    () => lure(random),
    () => null,
    () => random(2) === 0,
    () => random(2 ** 31) * 10 ** random(12) * (random(2) ? 1 : -1),
    () => crypto.randomUUID(),
    () => "\u202e\u0000\ud800".repeat(random(50)),
    () =>
      depth > DEEPEST ? [] : Array.from({ length: random(4) }, () => anything(random, depth + 1)),
    () =>
      depth > DEEPEST
        ? {}
        : Object.fromEntries(
            FIELDS.slice(random(8)).map((name) => [name, anything(random, depth + 1)]),
          ),
  ];
  return pick(kinds, random)();
}

function lure(random: Random): string {
  return pick(LURES, random);
}

function pick<T>(from: readonly T[], random: Random): T {
  return from[random(from.length)] as T;
}
