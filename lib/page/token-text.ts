import { createdAtOfToken, endOfToken, MAX_TOKEN_LENGTH, readToken } from "../keys/token";
import * as dom from "./dom";
import { DIALOGS, isShown, OURS, renderedChildren } from "./text";
import { endOfRun } from "./token-end";

/** A token-shaped string and where it stands. */
export interface Sighting {
  token: string;
  /** The field, or the smallest element that holds the whole string. */
  element: Element;
}

const SILENT = "script,style,template,noscript,iframe,object";
/** What a person reads as something else than the text beside it. */
const APART =
  "button,a,label,h1,h2,h3,h4,h5,h6,th,dt,summary,legend,[role=button],[role=link],[role=heading]";
const FIELD = "input,textarea";
/** Where copy buttons keep what they copy, while the page shows it masked or cut. */
const CARRIERS = ["data-clipboard-text", "data-copy", "data-value", "data-token", "value", "title"];
const CARRIER = CARRIERS.map((name) => `[${name}^="eyJ"]:not(${FIELD},option)`).join(",");
const FRAME = `body,main,[role=main],${DIALOGS}`;
const LONGEST_BLOCK = 30_000;
const LONG_TOKEN = /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/;
const MOST_SIGHTINGS = 40;

/** Break opportunities without a width. Anything else invisible makes a string no token. */
const BREAKS = /\u00ad|\u200b|\u2060|\ufeff/g;
/** What shows, right beside a string, that it was cut or goes on. */
const GOES_ON = /[\p{L}\p{N}\p{M}=…*•%+/~@]/u;

/** The token-shaped strings a person can see at this moment: whatever comes of a creation is none of them. */
export function tokensShown(roots: ParentNode[]): Set<string> {
  return new Set(sightings(roots).map(({ token }) => token));
}

/** The whole token-shaped strings a person can see, each with every place it stands in. */
export function sightings(roots: ParentNode[]): Sighting[] {
  const found: Sighting[] = [];
  for (const root of roots) {
    for (const field of dom.querySelectorAll(root, FIELD)) {
      const { value, type } = field as HTMLInputElement;
      if (!value.includes("eyJ") || value.length > LONGEST_BLOCK || type === "hidden") continue;
      if (!isSeen(field)) continue;
      const token = value.replace(/\s/g, "").replace(BREAKS, "");
      if (isTokenLike(token)) found.push({ token, element: field });
      else
        found.push(
          ...tokensOfStrip(stripOfValue(field, value)).map((one) => ({
            token: one.token,
            element: field,
          })),
        );
    }
    for (const element of dom.querySelectorAll(root, CARRIER))
      for (const token of tokensCarried(element))
        if (isSeen(element)) found.push({ token, element });
    const top = dom.nodeType(root) === 9 ? dom.bodyOf(root as Document) : root;
    if (top) collectFromText(top, found);
    if (found.length > MOST_SIGHTINGS) break;
  }
  return found;
}

/** The whole tokens that an element has in its attributes rather than in its text. */
export function tokensCarried(element: Element): string[] {
  return CARRIERS.map((name) => dom.getAttribute(element, name) ?? "").filter(isTokenLike);
}

/** The times a token itself states, in epoch ms; `null` where it states none. */
export function timesOf(token: string): { issuedMs: number | null; endsMs: number | null } {
  const read = readToken(token);
  const end = read ? endOfToken(read) : null;
  const issuedAt = read ? createdAtOfToken(read) : null;
  return {
    issuedMs: issuedAt === null ? null : Date.parse(issuedAt),
    endsMs: end?.kind === "at" ? Date.parse(end.at) : null,
  };
}

/** A key too long to be kept is still a key that a person has to be told about. */
function isTokenLike(text: string): boolean {
  return readToken(text) !== null || (text.length > MAX_TOKEN_LENGTH && LONG_TOKEN.test(text));
}

/** Descends only where the text is, down to the smallest elements in which a token begins. */
function collectFromText(node: ParentNode, found: Sighting[]): void {
  if (found.length > MOST_SIGHTINGS || !dom.textContent(node)?.includes("eyJ")) return;
  if (dom.nodeType(node) === 1 && dom.matches(node as Element, `${SILENT},${OURS}`)) return;
  const inner = [...dom.children(node)].filter((child) => dom.textContent(child)?.includes("eyJ"));
  for (const child of inner) collectFromText(child, found);
  const begins = [...dom.childNodes(node)].some(
    (child) => dom.nodeType(child) === 3 && dom.nodeValue(child)?.includes("eyJ"),
  );
  if (inner.length > 0 && !begins) return;
  const holder = dom.nodeType(node) === 1 ? (node as Element) : null;
  if (!holder || !isSeen(holder) || dom.matches(holder, FIELD)) return;
  found.push(...sightingsAround(holder));
}

/** Rendered, not transparent, and somewhere a person could scroll to. */
function isSeen(element: Element): boolean {
  if (!isShown(element)) return false;
  if (dom.checkVisibility(element, { opacityProperty: true }) === false) return false;
  const { right, bottom, width, height } = dom.getBoundingClientRect(element);
  const hasLayout = dom.getBoundingClientRect(dom.documentElement()).width > 0;
  if (!hasLayout || getComputedStyle(element).display === "contents") return true;
  const [left, top] = [right + scrollX, bottom + scrollY];
  return width > 2 && height > 2 && left > 0 && top > 0;
}

/** A token may go on in the elements after the one it begins in, so the block around is read as one text. */
function sightingsAround(holder: Element): Sighting[] {
  let block = holder;
  for (let up = 0; up < 4; up++) {
    const parent: Element | null = dom.parentElement(block);
    if (
      !parent ||
      dom.matches(block, FRAME) ||
      dom.matches(parent, "body,main") ||
      (dom.textContent(parent)?.length ?? 0) > LONGEST_BLOCK
    )
      break;
    block = parent;
  }
  const strip = readStrip(block);
  return tokensOfStrip(strip).filter(({ from }) => dom.contains(holder, from));
}

/** A text with its invisible joints: `soft` where an element or line ends, and which node each character came from. */
interface Strip {
  text: string;
  soft: Set<number>;
  pieces: { at: number; node: Node }[];
}

const HARD = "\u0001";

function readStrip(block: Element): Strip {
  const strip: Strip = { text: "", soft: new Set(), pieces: [] };
  const visit = (node: Node): void => {
    if (strip.text.length > LONGEST_BLOCK) return;
    if (dom.nodeType(node) === 3) {
      add(strip, node, dom.nodeValue(node) ?? "");
      return;
    }
    if (dom.nodeType(node) !== 1) return;
    const element = node as Element;
    if (dom.matches(element, `${SILENT},${OURS}`)) return;
    if (element !== block && (dom.matches(element, `${FIELD},select`) || !isShown(element))) {
      strip.text += HARD;
      return;
    }
    const isApart = element !== block && dom.matches(element, APART);
    const end = () => {
      if (isApart) strip.text += HARD;
      else strip.soft.add(strip.text.length);
    };
    end();
    for (const child of renderedChildren(element)) visit(child);
    end();
  };
  visit(block);
  return strip;
}

/** A field may hold more than the token: "Bearer eyJ…", a line of an `.env` file, JSON. */
function stripOfValue(field: Element, value: string): Strip {
  const strip: Strip = { text: "", soft: new Set(), pieces: [] };
  add(strip, field, value);
  return strip;
}

function add(strip: Strip, node: Node, text: string): void {
  strip.pieces.push({ at: strip.text.length, node });
  for (const part of text.slice(0, LONGEST_BLOCK).split(/(\s+)/)) {
    if (/\s/.test(part)) strip.soft.add(strip.text.length);
    else strip.text += part.replace(BREAKS, "");
  }
}

function tokensOfStrip({ text, soft, pieces }: Strip): (Sighting & { from: Node })[] {
  const found: (Sighting & { from: Node })[] = [];
  for (let at = text.indexOf("eyJ"); at >= 0; at = text.indexOf("eyJ", at + 3)) {
    const before = text[at - 1] ?? HARD;
    if (/[\w.-]/.test(before) && !soft.has(at)) continue;
    const match = /^eyJ[\w-]+\.[\w-]+\.[\w-]+/.exec(text.slice(at, at + LONGEST_BLOCK));
    if (!match) continue;
    const end = endOfRun(match[0], at, soft);
    const token = text.slice(at, end);
    const next = text.slice(end, end + 2);
    const isSentenceEnd = next[0] === "." && soft.has(end + 1);
    const isCut = soft.has(end)
      ? /^[…•*]/.test(next)
      : GOES_ON.test(next.slice(0, 1)) || (/^\.[\w.-]/.test(next) && !isSentenceEnd);
    const from = pieces.findLast((piece) => piece.at <= at)?.node;
    const to = pieces.findLast((piece) => piece.at < end)?.node;
    const element = from && to ? commonElement(from, to) : null;
    if (!isCut && from && element && isTokenLike(token)) found.push({ token, element, from });
  }
  return found;
}

function commonElement(from: Node, to: Node): Element | null {
  let at = dom.parentElement(from);
  while (at && !dom.contains(at, to)) at = dom.parentElement(at);
  return at;
}
