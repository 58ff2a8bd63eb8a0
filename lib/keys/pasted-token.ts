import { type Placed, refusalOf } from "./pasted-refusal";
import { lengthOfSignature } from "./signature-length";
import { MAX_TOKEN_LENGTH, readToken, type Token } from "./token";

/** Why a pasted text is not taken. */
export type RefusedBecause =
  | "empty"
  | "too-long"
  | "no-key"
  | "look-alike"
  | "unexpected-character"
  | "cut-short"
  | "damaged"
  | "two-keys"
  | "unsure-where-it-ends";

export type CleanedPaste =
  | { kind: "token"; token: string }
  | {
      kind: "refused";
      /** Index in the pasted text where it stops being a key. */
      at: number;
      reason: RefusedBecause;
    };

/** More than any sensible wrapping of one key. */
const LONGEST = 4 * MAX_TOKEN_LENGTH;
const LONGEST_HEADER = 1_000;
/** What a page, a mail or a terminal may put in the middle of a key without meaning it. */
const INVISIBLE = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff";
const SOFT = `[\\s${INVISIBLE}]|\\\\[nrt]|\\\\(?=\\s|$)|(?<=^|\\n|\\r|\\\\n)[ \\t]*(?:>[ \\t]*)+`;
const PIECE = new RegExp(`(?<run>[\\w.-]+)|(?<soft>(?:${SOFT})+)|.`, "gs");

const SOFTS = new RegExp(SOFT, "g");

/** A stretch of characters that may belong to a key. */
interface Run extends Placed {
  /** Something else than blanks stands before it. */
  isFirst: boolean;
}

interface Candidate {
  token: Token;
  at: number;
  /** Index behind its last character. */
  end: number;
  isProven: boolean;
}

/**
 * Finds the one API key in what a person pasted: with blanks and line breaks anywhere, quotes, `Bearer`, a
 * header, an assignment, JSON or a whole curl command around it.
 *
 * Blanks, line breaks and invisible characters inside the key are removed; nothing else ever is. Where the
 * signature's length does not prove the end of the key, anything that might belong to it leads to a refusal.
 */
export function cleanPasted(text: string): CleanedPaste {
  if (text.length > LONGEST) return refused("too-long", LONGEST);
  const fields = fieldsOf(text);
  const candidates = fields.flatMap((runs) => candidatesIn(runs, text));
  const [first] = candidates;
  if (!first) {
    const { reason, at } = refusalOf(text, fields.flat());
    return refused(reason, at);
  }
  const other = candidates.find(({ token }) => token.text !== first.token.text);
  if (other) return refused(other.at === first.at ? "unsure-where-it-ends" : "two-keys", other.at);
  const isInside = ({ at }: Run) => candidates.some((c) => at >= c.at && at < c.end);
  const stray = fields.flat().find((run) => /^e[w-z][\w-]{6,}\./.test(run.text) && !isInside(run));
  if (stray) return refused("two-keys", stray.at);
  const doubt = first.isProven ? null : doubtAround(text, first);
  return doubt ?? { kind: "token", token: first.token.text };
}

function refused(reason: RefusedBecause, at: number): CleanedPaste {
  return { kind: "refused", at, reason };
}

/** Runs between which nothing but blanks stands, so that they may be one key. */
function fieldsOf(text: string): Run[][] {
  const fields: Run[][] = [];
  let isFirst = true;
  for (const { 0: piece, index, groups } of text.matchAll(PIECE)) {
    if (groups?.run) {
      if (isFirst) fields.push([]);
      fields.at(-1)?.push({ text: piece, at: index, isFirst });
      isFirst = false;
    } else if (!groups?.soft) isFirst = true;
  }
  return fields;
}

function candidatesIn(runs: Run[], text: string): Candidate[] {
  return runs.flatMap((_, first) => candidatesFrom(runs, first, text));
}

/** Joins runs from the one that may begin a key, for as long as the result may still become one. */
function candidatesFrom(runs: Run[], first: number, text: string): Candidate[] {
  const found: Candidate[] = [];
  const at = runs[first]?.at ?? 0;
  let joined = "";
  let dots = 0;
  for (let last = first; last < runs.length && joined.length < MAX_TOKEN_LENGTH; last++) {
    const run = runs[last] as Run;
    const dotsBefore = dots;
    dots += run.text.split(".", 4).length - 1;
    joined += run.text;
    // `{"` in base64url, with or without the blanks that JSON allows.
    if (last < first + 2 && !/^e(?:[w-z]|$)/.test(joined)) break;
    if (dots === 0 && joined.length <= LONGEST_HEADER) continue;
    const [header = "", claims, signature, more] = joined.split(".", 4);
    if (more !== undefined || header.length > LONGEST_HEADER) break;
    if (claims !== undefined && dotsBefore < 1 && !readToken(`${header}.e30.x`)) break;
    if (signature === undefined) continue;
    if (dotsBefore < 2 && !readToken(`${header}.${claims}.x`)) break;
    const token = signature && readToken(joined);
    if (!token) continue;
    const length = lengthOfSignature(token);
    const isEnd = last === runs.length - 1;
    // Behind a key in several pieces, one more piece might be part of it.
    if (!isEnd && last !== first) continue;
    if (length !== "right" && dotsBefore === 2) continue;
    if (length !== "right" && (!isEnd || length !== "unknown")) continue;
    const end = run.at + run.text.length;
    // The text goes on, with a letter of another alphabet or a sign that it was cut.
    const goesOn = /^[\p{L}\p{N}\p{M}\ud800-\udfff…=+/%@]/u.test(text.slice(end, end + 1));
    if (!goesOn) found.push({ token, at, end, isProven: length === "right" });
  }
  return found;
}

/** Quotation marks, each with the marks that may have opened it. */
const OPENED_BY: Record<string, string> = {
  '"': '"',
  "'": "'",
  "`": "`",
  "“": "„”",
  "”": "“„”",
  "’": "‘‚",
  "‘": "‚",
  "»": "«",
  "«": "»",
  "<": ">",
};

/** Without proof by length, the key must end at a closing quotation mark, or only marks may stand behind it. */
function doubtAround(text: string, { at, end }: Candidate): CleanedPaste | null {
  const tail = text.slice(end).replace(SOFTS, (soft) => " ".repeat(soft.length));
  const [, close = "", behind = ""] = /^\s*\\?(\S)\\?(.*)/s.exec(tail) ?? [];
  const openers = OPENED_BY[close];
  const count = (part: string) => [...part].filter((c) => openers?.includes(c)).length;
  const isClosed = openers !== close || count(text) % 2 === 0;
  const isRestBehind = /^[\w-]|[\w-]{20}/.test(behind);
  if (count(text.slice(0, at)) % 2 === 1 && isClosed && !isRestBehind) return null;
  const stray = tail.search(/[^\s"'`“”„‘’«»‹›<>()[\]{},;\\*|]/);
  return stray < 0 ? null : refused("unsure-where-it-ends", end + stray);
}
