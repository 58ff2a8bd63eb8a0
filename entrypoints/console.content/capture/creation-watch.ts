import { readCreateForm } from "../../../lib/page/asked-key";
import {
  asksForKey,
  type CreateForm,
  createFormAround,
  createFormIn,
} from "../../../lib/page/create-form";
import * as dom from "../../../lib/page/dom";
import { closestAcross, fold, labelAttributes, parentAcross, textOf } from "../../../lib/page/text";
import { tokenMark } from "../../../lib/page/token-mark";
import type { Creation } from "../../../lib/page/token-place";
import { tokensShown } from "../../../lib/page/token-text";
import {
  CANCEL_PRESS,
  CREATE_PRESS,
  PLAIN_SEND,
  RENEW_PRESS,
  REVEAL_PRESS,
} from "../../../lib/page/wording";
import type { CreationNote } from "../../../lib/tasks/creation-note";
import { type PressSign, watchPresses } from "./person-presses";

/** A creation under way, with what its form said when it was sent. */
export interface WatchedCreation extends Creation {
  description: string;
  /** How many keys were asked for and not seen yet: a second press of *Create* may make a second key. */
  open: number;
}

export interface CreationWatch {
  /** The creation a token may come from now; `null` when nobody asked for a key lately. */
  current(): WatchedCreation | null;
  /** Its token was found. */
  answered(): void;
  /**
   * As it was when the key was asked for; else as the form says by now, since some consoles show
   * the key before the form is filled.
   *
   * @param container - Where the key is shown; the form may stand in there.
   */
  description(container: Element): string;
  /** The page before this one asked for a key; its answer may stand in this one. */
  resume(note: CreationNote): void;
  stop(): void;
}

const ONE_PRESS_MS = 1_000;
const LASTS_MS = 5 * 60_000;
/** A key may lie masked on the screen for long before somebody asks to see it. */
const REVEALS_FOR_MS = 60 * 60_000;
const ENTRY = "tr,[role=row],[role=listitem],li,article";
const FRAME = "body,html,main,[role=main]";
const MOST_AROUND = 4;
const SPEECHLESS = "form,input:not([type=submit],[type=button],[type=image])";

/**
 * Notices that a person asks the console for a key: a form is sent or a button pressed on the API
 * Keys page. Remembers what the form said and which token-like strings stood there before. What
 * the page presses by itself asks for nothing.
 *
 * @param onPress - Something was pressed that may make a token appear or readable.
 * @param onAsked - The form was sent: the next page of this tab may be the answer.
 */
export function watchCreations(
  facts: {
    isApiKeysPage: () => boolean;
    roots: () => ParentNode[];
    readText: (text: string) => number | null;
  },
  onPress: () => void,
  onAsked: (note: CreationNote) => void,
): CreationWatch {
  let creation: WatchedCreation | null = null;
  /** Asked for on the page before: its answer counts on the API Keys page only. */
  let resumed: WatchedCreation | null = null;
  let form: CreateForm | null = null;
  let untilMs = 0;
  let lastPress: { by: PressSign; atMs: number } | null = null;

  function pressed(target: Element, by: PressSign): void {
    const isSubmit = by === "submit" || isSubmitButton(target);
    // What is written in a field, or stands in a form, says nothing of what a press does.
    const words = dom.matches(target, SPEECHLESS)
      ? ""
      : fold(
          [
            textOf(target).slice(0, 80),
            (target as HTMLInputElement).value ?? "",
            ...labelAttributes(target),
          ].join(" "),
        );
    const isCreate = CREATE_PRESS.test(words) || RENEW_PRESS.test(words);
    if (!isCreate && REVEAL_PRESS.test(words)) {
      reveal(target);
      return;
    }
    if (!facts.isApiKeysPage() || (!isSubmit && !isCreate && CANCEL_PRESS.test(words))) return;
    const around = createFormAround(target);
    if (!isSubmit && !isCreate && !around) return;
    const earlier = current();
    if (around ? !asksForKey(around, words) : !earlier && PLAIN_SEND.test(words)) return;
    ask(by, around, earlier);
  }

  function ask(by: PressSign, around: CreateForm | null, earlier: WatchedCreation | null): void {
    const asked = around ? readCreateForm(around, facts.readText) : null;
    const hasNews = around !== null || !earlier;
    const shown = hasNews ? tokensShown(facts.roots()) : null;
    const isQuick = lastPress !== null && Date.now() - lastPress.atMs < ONE_PRESS_MS;
    // A press and the sending it leads to are one.
    const isSame = isQuick && lastPress?.by !== by;
    lastPress = { by, atMs: Date.now() };
    const isNew = around !== null && !isSame;
    // The same form once more may make a second key; a next step of several makes the same one.
    const isAgain = around !== null && form?.container === around.container;
    form = around ?? form;
    // A step of several says a part, and a form may be emptied by its first press. Else what it has
    // a field for and does not say is not said of this key, whatever was of the one before.
    const isLeftOpen = (field: Element | null | undefined) => Boolean(field) && !isQuick;
    creation = {
      // A token that stood there before the form was sent cannot be the answer to it.
      before: shown ?? earlier?.before ?? new Set(),
      pressedAtMs: Date.now(),
      form: around?.container ?? earlier?.form ?? null,
      around: around ? surroundings(around.container) : (earlier?.around ?? []),
      hadKeyForm: around !== null || (earlier?.hadKeyForm ?? false),
      endsMs: asked?.endsMs ?? (isLeftOpen(around?.expiry[0]) ? null : (earlier?.endsMs ?? null)),
      description:
        asked?.description || (isLeftOpen(around?.description) ? "" : (earlier?.description ?? "")),
      open: isNew ? (isAgain ? (earlier?.open ?? 0) : 0) + 1 : (earlier?.open ?? 0),
    };
    untilMs = Date.now() + LASTS_MS;
    if (shown && around) {
      const { pressedAtMs, description, endsMs } = creation;
      onAsked({ pressedAtMs, description, endsMs, before: [...shown].map(tokenMark) });
    }
    onPress();
  }

  /** Only of a key that nobody has seen yet: a *Show* in the list is about another one. */
  function reveal(target: Element): void {
    if (!creation || Date.now() - creation.pressedAtMs > REVEALS_FOR_MS) return;
    const isOfOther = creation.hadKeyForm && creation.open === 0;
    if (isOfOther && closestAcross(target, ENTRY)) return;
    untilMs = Math.max(untilMs, Date.now() + LASTS_MS);
    onPress();
  }

  function current(): WatchedCreation | null {
    if (creation && creation === resumed && !facts.isApiKeysPage()) return null;
    return creation && Date.now() <= untilMs ? creation : null;
  }

  const stop = watchPresses(pressed);
  return {
    current,
    answered: () => {
      if (creation) creation = { ...creation, open: Math.max(0, creation.open - 1) };
    },
    description: (container) => {
      if (creation?.description) return creation.description;
      const standing = dom.isConnected(form?.container) ? form : createFormIn(container);
      return standing ? readCreateForm(standing, facts.readText).description : "";
    },
    resume: ({ before, pressedAtMs, description, endsMs }) => {
      const marks = new Set(before);
      const seen = { has: (token: string) => marks.has(tokenMark(token)) };
      const known = { before: seen, pressedAtMs, form: null, hadKeyForm: true };
      resumed = { ...known, endsMs, description, open: 1 };
      if (creation) return;
      creation = resumed;
      untilMs = pressedAtMs + LASTS_MS;
      onPress();
    },
    stop,
  };
}

/** What a form stands in, as far as it is only about the form. */
function surroundings(container: Element): Element[] {
  const around: Element[] = [];
  let at = parentAcross(container);
  while (at && around.length < MOST_AROUND && !dom.matches(at, FRAME)) {
    if (dom.querySelector(at, "table,[role=grid],nav")) break;
    around.push(at);
    at = parentAcross(at);
  }
  return around;
}

function isSubmitButton(button: Element): boolean {
  return (
    dom.matches(button, "[type=submit]") ||
    (dom.localName(button) === "button" &&
      dom.closest(button, "form") !== null &&
      !dom.hasAttribute(button, "type"))
  );
}
