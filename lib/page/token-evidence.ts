import * as dom from "./dom";
import { closestAcross, DIALOGS, fold, isShown, parentAcross, textOf } from "./text";
import type { Creation, TokenPlace } from "./token-place";
import { type Sighting, timesOf } from "./token-text";
import { COPY, CREATED_NEWS, MENTIONS_API_KEY, SHOWN_ONCE } from "./wording";

export const DIALOG = `${DIALOGS},[popover],[aria-modal=true],[role=alert],[role=status],[role=tooltip]`;
const FRAME = "body,main,html,[role=main]";
const BUTTON = "button,[role=button],a,input[type=button],[aria-label],[title]";
/** Clocks differ. */
const SKEW_MS = 10 * 60_000;
/** Forms ask for a day, in a zone that is not always known. */
const END_TOLERANCE_MS = 26 * 3_600_000;

/** Counts what speaks for a string being the new key, and against it, and finds what presents it. */
export function weigh(sighting: Sighting, all: Sighting[], creation: Creation): TokenPlace {
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
  const { issued, ends } = timeSigns(token, creation);
  score += issued + (ends > 0 ? 3 : ends);
  return { token, element, container, score, isOnlyNew: false };
}

/**
 * A key made now says so, and ends when it was asked to; a session's token is older and ends soon. Of both:
 * 1 where the string says what it should, -1 where it says otherwise, 0 where it says nothing.
 */
export function timeSigns(token: string, creation: Creation): { issued: number; ends: number } {
  const { issuedMs, endsMs } = timesOf(token);
  const sign = (aMs: number | null, bMs: number | null, mostMs: number) =>
    aMs === null || bMs === null ? 0 : Math.abs(aMs - bMs) <= mostMs ? 1 : -1;
  return {
    issued: sign(issuedMs, creation.pressedAtMs, SKEW_MS),
    ends: sign(endsMs, creation.endsMs, END_TOLERANCE_MS),
  };
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
