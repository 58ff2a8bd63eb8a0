import type { RefusedBecause } from "./pasted-token";
import { lengthOfSignature } from "./signature-length";
import { readToken } from "./token";

/** A stretch of a text and the index at which it begins. */
export interface Placed {
  text: string;
  at: number;
}

/** Why no key was found in a text, and the index at which it stops being one. */
export function refusalOf(text: string, runs: Placed[]): { reason: RefusedBecause; at: number } {
  const at = text.search(/\S/);
  if (at < 0) return { reason: "empty", at: 0 };
  const begin = runs.find((run) => /^e[w-z][\w-]{6}/.test(run.text));
  if (!begin) {
    const alike = text.search(
      /(?<=[A-Za-z0-9])(?!\p{ASCII})[\p{L}\p{N}]|(?!\p{ASCII})[\p{L}\p{N}](?=[A-Za-z0-9])/u,
    );
    return alike < 0 ? { reason: "no-key", at } : { reason: "look-alike", at: alike };
  }

  // Follow the key from its beginning to the first character that cannot be part of it.
  const rest = text.slice(begin.at);
  const [body = ""] = /^(?:[\w.-]|\s|[\u00ad\u200b-\u200f\u2060-\u2064\ufeff])*/.exec(rest) ?? [];
  const stop = begin.at + body.length;
  const stopped = rest[body.length] ?? "";
  const parts = body.replace(/[^\w.-]/g, "").split(".");
  if (/[^\p{ASCII}]/u.test(stopped) && /[\p{L}\p{N}\p{M}\ud800-\udfff]/u.test(stopped))
    return { reason: "look-alike", at: stop };
  if (parts.length > 3) return { reason: "unexpected-character", at: nthDot(text, begin.at, 3) };
  if (parts.length < 3 || !parts[2]) {
    const goesOn = /[\w-]/.test(rest.slice(body.length + 1, body.length + 2));
    return { reason: stopped && goesOn ? "unexpected-character" : "cut-short", at: stop };
  }
  if (!readToken(`${parts[0]}.e30.x`)) return { reason: "damaged", at: begin.at };
  if (!readToken(`${parts[0]}.${parts[1]}.x`))
    return { reason: "damaged", at: nthDot(text, begin.at, 1) + 1 };
  const token = readToken(parts.join("."));
  const isShort = token && lengthOfSignature(token) === "short";
  return { reason: isShort ? "cut-short" : "unsure-where-it-ends", at: stop };
}

function nthDot(text: string, from: number, n: number): number {
  let at = from - 1;
  for (let i = 0; i < n; i++) at = text.indexOf(".", at + 1);
  return at;
}
