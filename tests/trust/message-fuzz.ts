import { SENT_BY } from "../../lib/messages.ts";
import { keyNumber } from "./attacked-browser.ts";

const TYPES = [...Object.keys(SENT_BY), "", "constructor", "__proto__", "hasOwnProperty", "token"];
const FIELDS = ["captureId", "token", "description", "end", "kind", "__proto__", "passphrase"];
const DEEPEST = 3;

/** Something like a message of the map, or nothing like one. */
export function fuzzedMessage(random: (below: number) => number): unknown {
  const value = (depth = 0): unknown => {
    const isDeep = depth > DEEPEST;
    const kinds = [
      () => null,
      () => random(2 ** 31),
      () => "x".repeat(random(200)),
      () => "crimson walnut drifts beyond harbour wrong",
      () => keyNumber(1).description,
      () => crypto.randomUUID(),
      () => true,
      () => (isDeep ? [] : Array.from({ length: random(4) }, () => value(depth + 1))),
      () => (isDeep ? {} : Object.fromEntries(FIELDS.map((name) => [name, value(depth + 1)]))),
    ];
    return kinds[random(kinds.length)]?.();
  };
  if (random(20) === 0) return value();
  return {
    type: random(20) === 0 ? value() : TYPES[random(TYPES.length)],
    args: random(20) === 0 ? value() : Array.from({ length: random(4) }, () => value()),
  };
}

/** Whether only the extension's own pages may send it. */
export function isForOurs(message: unknown): boolean {
  const type = (message as { type?: unknown } | null)?.type;
  return typeof type === "string" && (SENT_BY as Record<string, string>)[type] === "ours";
}
