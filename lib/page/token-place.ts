import * as dom from "./dom";
import { isNamedOtherwise } from "./label-before";
import { closestAcross, fold, isShown, parentAcross, textOf } from "./text";
import { type Sighting, sightings, timesOf } from "./token-text";
import { COPY, CREATED_NEWS, MENTIONS_API_KEY, SHOWN_ONCE } from "./wording";

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

const DIALOG =
  "dialog,[role=dialog],[role=alertdialog],[popover],[aria-modal=true],[role=alert],[role=status],[role=tooltip]";
const NEVER_HERE =
  "nav,[role=navigation],[role=banner],body > header,footer,[role=contentinfo],[role=log]";
/** Strings in lists belong to entries that were there before. */
const ENTRY = "table,[role=grid],[role=table],[role=row],[role=listitem],[role=feed],article,li";
const MAIN = "main,[role=main]";
const FRAME = "body,main,html,[role=main]";
const BUTTON = "button,[role=button],a,input[type=button],[aria-label],[title]";
const ENOUGH = 4;
const CLEAR_LEAD = 2;
const SKEW_MS = 10 * 60_000;
/** Forms ask for a day, in a zone that is not always known. */
const END_TOLERANCE_MS = 26 * 3_600_000;

/** The one string on the page that is the key just created, by everything that speaks for and against each. */
export function findNewToken(roots: ParentNode[], creation: Creation): TokenFinding {
  const seen = sightings(roots).filter(({ token }) => !creation.before.has(token));
  const best = new Map<string, TokenPlace>();
  for (const sighting of seen) {
    if (isRuledOut(sighting)) continue;
    const place = weigh(sighting, seen, creation);
    if (place.score > (best.get(place.token)?.score ?? Number.NEGATIVE_INFINITY))
      best.set(place.token, place);
  }
  const [first, second] = [...best.values()].sort((a, b) => b.score - a.score);
  if (!first) return { kind: "none" };
  if (first.score < ENOUGH) {
    const isOnly = !second && creation.hadKeyForm && isAnswerPlace(first.element, creation);
    return isOnly && !contradicts(first.token, creation)
      ? { kind: "one", place: { ...first, isOnlyNew: true } }
      : { kind: "none" };
  }
  const isClear = !second || second.score < ENOUGH || first.score - second.score >= CLEAR_LEAD;
  return { kind: isClear ? "one" : "several", place: first };
}

function isRuledOut({ element, token }: Sighting): boolean {
  return closestAcross(element, NEVER_HERE) !== null || isNamedOtherwise(element, token);
}

/** Where consoles answer a form: in its place, in a dialog or something laid over the page, or in the main area. */
function isAnswerPlace(element: Element, { form, around = [] }: Creation): boolean {
  if (closestAcross(element, ENTRY)) return false;
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

/** The string itself says that it was issued at another time, or ends at another than was asked for. */
function contradicts(token: string, creation: Creation): boolean {
  const { issuedMs, endsMs } = timesOf(token);
  const isOfOtherTime = issuedMs !== null && Math.abs(issuedMs - creation.pressedAtMs) > SKEW_MS;
  const isOfOtherEnd =
    endsMs !== null &&
    creation.endsMs !== null &&
    Math.abs(endsMs - creation.endsMs) > END_TOLERANCE_MS;
  return isOfOtherTime || isOfOtherEnd;
}

function weigh(sighting: Sighting, all: Sighting[], creation: Creation): TokenPlace {
  const { token, element } = sighting;
  const dialog = closestAcross(element, DIALOG);
  const near = nearBlock(element, token, all, dialog);
  const container = dialog ?? panelAround(near);
  const nearText = textAround(near, token);
  const text = fold(textOf(container).replaceAll(token, " "));
  const isNew = !dom.contains(creation.form, element) && creation.form !== null;

  let score = 0;
  if (dialog) score += 1;
  if (creation.hadKeyForm && dialog && (creation.form === dialog || isNew)) score += 1;
  if (creation.form && (creation.form === container || dom.contains(container, creation.form)))
    score += 1;
  if (SHOWN_ONCE.test(text)) score += 3;
  if (MENTIONS_API_KEY.test(text) || CREATED_NEWS.test(text)) score += 2;
  if (MENTIONS_API_KEY.test(nearText) || CREATED_NEWS.test(nearText)) score += 1;
  if (hasCopyButton(container)) score += 1;
  if (hasCopyButton(near)) score += 1;
  score += timeEvidence(token, creation);
  return { token, element, container, score, isOnlyNew: false };
}

/** A key made now says so, and ends when it was asked to; a session's token is older and ends soon. */
function timeEvidence(token: string, creation: Creation): number {
  const { issuedMs, endsMs } = timesOf(token);
  let score = 0;
  if (endsMs !== null && creation.endsMs !== null) {
    score += Math.abs(endsMs - creation.endsMs) <= END_TOLERANCE_MS ? 3 : -1;
  }
  if (issuedMs !== null) score += Math.abs(issuedMs - creation.pressedAtMs) <= SKEW_MS ? 1 : -1;
  return score;
}

/** The largest block around a string that holds no other token and is still small. */
function nearBlock(
  element: Element,
  token: string,
  all: Sighting[],
  dialog: Element | null,
): Element {
  let block = element;
  const others = all.filter((other) => other.token !== token);
  for (let up = 0; up < 5; up++) {
    const parent = parentAcross(block);
    if (!parent || block === dialog || dom.matches(parent, FRAME)) break;
    if (others.some((other) => dom.contains(parent, other.element))) break;
    if (textOf(parent).length > token.length + 300) break;
    block = parent;
  }
  return block;
}

/** What is written in a block and right before it, without the string itself. */
function textAround(block: Element, token: string): string {
  const before: string[] = [];
  let sibling = dom.previousElementSibling(block);
  for (let back = 0; sibling && back < 2; back++) {
    const text = textOf(sibling);
    if (text.length > 200 || /eyJ[\w-]{10}/.test(text)) break;
    before.unshift(text);
    sibling = dom.previousElementSibling(sibling);
  }
  const labels = dom.getAttribute(block, "aria-label") ?? "";
  const field = dom.labelsOf(block).map((label) => textOf(label));
  return fold([...before, ...field, labels, textOf(block).replaceAll(token, " ")].join(" "));
}

/** Where there is no dialog: the surroundings that still speak of one thing. */
function panelAround(block: Element): Element {
  let panel = block;
  for (let up = 0; up < 4; up++) {
    const parent = parentAcross(panel);
    if (!parent || dom.matches(parent, FRAME) || dom.querySelector(parent, "table,[role=grid],nav"))
      break;
    if (textOf(parent).length > 2_000) break;
    panel = parent;
  }
  return panel;
}

function hasCopyButton(container: Element): boolean {
  const buttons = [...dom.querySelectorAll(container, BUTTON), container].slice(0, 60);
  return buttons.some((button) => {
    if (!isShown(button)) return false;
    const own = button === container ? "" : textOf(button);
    const text = own.length < 60 ? own : "";
    return COPY.test(
      fold(
        `${text} ${dom.getAttribute(button, "aria-label") ?? ""} ${dom.getAttribute(button, "title") ?? ""}`,
      ),
    );
  });
}

/** Whether the place still presents the token, perhaps masked again. */
export function stillPresents(place: TokenPlace): boolean {
  const { container, element, token } = place;
  if (!dom.isConnected(container) || !isShown(container)) return false;
  if (dom.checkVisibility(container, { opacityProperty: true }) === false) return false;
  if (dom.isConnected(element) && dom.fieldValue(element)?.replace(/\s/g, "") === token) {
    return isShown(element);
  }
  // Asked of the element first: it may stand in a shadow tree below the container.
  if (dom.isConnected(element) && isShown(element) && compact(element).includes(token)) return true;
  const text = (dom.textContent(container) ?? "").slice(0, 50_000);
  if (text.replace(/\s/g, "").includes(token)) return true;
  const fields = [...dom.querySelectorAll(container, "input,textarea")] as HTMLInputElement[];
  if (fields.some(({ value }) => value.replace(/\s/g, "") === token)) return true;
  return (
    /[•●∗*·]{6,}/.test(text) ||
    fields.some(({ type, value }) => type === "password" && value !== "")
  );
}

function compact(element: Element): string {
  return (dom.textContent(element) ?? "")
    .slice(0, 50_000)
    .replace(/[\s\u00ad\u200b\u2060\ufeff]/g, "");
}
