import * as dom from "./dom";
import { isNamedOtherwise } from "./label-before";
import { closestAcross, DIALOGS, fold, parentAcross, textOf } from "./text";
import { DIALOG, timeSigns, weigh } from "./token-evidence";
import { type Sighting, sightings } from "./token-text";
import { CREATED_NEWS, MENTIONS_API_KEY, SHOWN_ONCE } from "./wording";

/** What is known of the creation that a token would come from. */
export interface Creation {
  /** Token-shaped strings that stood in the page before it. */
  before: { has(token: string): boolean };
  pressedAtMs: number;
  /** Where the form stood; it may be gone by now. */
  form: Element | null;
  /** What the form stood in, nearest first; pages fill the same place with their answer. */
  around?: Element[];
  /** Whether the description or expiry of a key had been asked for in it. */
  hadKeyForm: boolean;
  /** The end the form asked for, when it was understood. */
  endsMs: number | null;
}

/** A token and the part of the page that presents it. */
export interface TokenPlace {
  token: string;
  element: Element;
  /** Dialog, panel or toast around it: when it is gone, so is the token. */
  container: Element;
  score: number;
  /** Nothing speaks for it but that it is the only new string where the answer belongs. */
  isOnlyNew: boolean;
}

export type TokenFinding =
  | { kind: "none" }
  | { kind: "one"; place: TokenPlace }
  /** Two different strings look equally like the key: nobody guesses between them. */
  | { kind: "several"; place: TokenPlace };

const NEVER_HERE =
  "nav,[role=navigation],[role=banner],body > header,footer,[role=contentinfo],[role=log]";
/** A modal has a header and a footer of its own. */
const MODAL = `${DIALOGS},[aria-modal=true]`;
/** Strings in lists belong to entries that were there before. */
const ENTRY = "table,[role=grid],[role=table],[role=row],[role=listitem],[role=feed],article,li";
const MAIN = "main,[role=main]";
const ENOUGH = 4;
const CLEAR_LEAD = 2;

/** The one string on the page that is the key just created, by everything that speaks for and against each. */
export function findNewToken(roots: ParentNode[], creation: Creation): TokenFinding {
  const seen = sightings(roots).filter(({ token }) => !creation.before.has(token));
  const counted = seen.filter(({ element }) => !isNeverHere(element, creation));
  const unnamed = counted.filter(({ element, token }) => !isNamedOtherwise(element, token));
  const [first, second] = bestOf(unnamed, seen, creation);
  if (!first)
    return misnamed(bestOf(counted.length > 0 ? counted : seen, seen, creation), creation);
  if (first.score < ENOUGH) {
    const isOnly = !second && creation.hadKeyForm && isAnswerPlace(first, creation);
    return isOnly && !contradicts(first.token, creation)
      ? { kind: "one", place: { ...first, isOnlyNew: true } }
      : { kind: "none" };
  }
  const isClear = !second || second.score < ENOUGH || first.score - second.score >= CLEAR_LEAD;
  return { kind: isClear ? "one" : "several", place: first };
}

/** One place for each string, the likeliest first. */
function bestOf(sightings: Sighting[], all: Sighting[], creation: Creation): TokenPlace[] {
  const best = new Map<string, TokenPlace>();
  for (const sighting of sightings) {
    const place = weigh(sighting, all, creation);
    if (place.score > (best.get(place.token)?.score ?? Number.NEGATIVE_INFINITY))
      best.set(place.token, place);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

/**
 * A console may call its key an "access token", show it only within a command, or in a banner. Where nothing else
 * is there, its own times are right, and the words around it say that it is shown once, its name does not matter.
 */
function misnamed(places: TokenPlace[], creation: Creation): TokenFinding {
  const [only, other] = places;
  if (!only || other || !creation.hadKeyForm) return { kind: "none" };
  const words = fold(textOf(only.container));
  const isTold =
    SHOWN_ONCE.test(words) && (MENTIONS_API_KEY.test(words) || CREATED_NEWS.test(words));
  const { issued, ends } = timeSigns(only.token, creation);
  return isTold && Math.min(issued, ends) >= 0 && issued + ends > 0
    ? { kind: "one", place: only }
    : { kind: "none" };
}

/** A drawer that is called a menu may hold the form, and then its answer. */
function isNeverHere(element: Element, { form, around = [] }: Creation): boolean {
  const place = closestAcross(element, NEVER_HERE);
  if (place === null || closestAcross(place, MODAL) !== null) return false;
  return ![form, ...around].some((one) => one && dom.contains(place, one));
}

/** Where consoles answer a form: in its place, in a dialog or something laid over the page, or in the main area. */
function isAnswerPlace({ element, token }: TokenPlace, creation: Creation): boolean {
  const { form, around = [] } = creation;
  // An entry may be the new key's own, when its string says that it is new.
  if (closestAcross(element, ENTRY) && !isMadeNow(token, creation)) return false;
  const places = form ? [form, ...around] : around;
  if (places.some((place) => dom.isConnected(place) && dom.contains(place, element))) return true;
  return (
    closestAcross(element, DIALOG) !== null ||
    closestAcross(element, MAIN) !== null ||
    isLaidOver(element)
  );
}

/** A box of its own over the middle of the window: a modal, whatever it is made of. */
function isLaidOver(element: Element): boolean {
  const [x, y] = [innerWidth / 2, innerHeight / 2];
  for (let at: Element | null = element; at; at = parentAcross(at)) {
    if (getComputedStyle(at).position !== "fixed") continue;
    const { left, right, top, bottom } = dom.getBoundingClientRect(at);
    return left <= x && x <= right && top <= y && y <= bottom;
  }
  return false;
}

function isMadeNow(token: string, creation: Creation): boolean {
  return timeSigns(token, creation).issued > 0;
}

/** The string itself says that it was issued at another time, or ends at another than was asked for. */
function contradicts(token: string, creation: Creation): boolean {
  const { issued, ends } = timeSigns(token, creation);
  return Math.min(issued, ends) < 0;
}
