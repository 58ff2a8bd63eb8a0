import type { CreationNote } from "../../lib/messages";
import { createFormAround, readCreateForm } from "../../lib/page/create-form";
import { fold, labelAttributes, textOf } from "../../lib/page/text";
import { tokenMark } from "../../lib/page/token-mark";
import type { Creation } from "../../lib/page/token-place";
import { tokensShown } from "../../lib/page/token-text";
import { CANCEL_PRESS, CREATE_PRESS, REVEAL_PRESS } from "../../lib/page/wording";

/** A creation under way, with what its form said when it was sent. */
export interface WatchedCreation extends Creation {
  description: string;
}

export interface CreationWatch {
  /** The creation a token may come from now; `null` when nobody asked for a key lately. */
  current(): WatchedCreation | null;
  /** The page before this one asked for a key; its answer may stand in this one. */
  resume(note: CreationNote): void;
  stop(): void;
}

const LASTS_MS = 5 * 60_000;
const BUTTON =
  "button,a,input[type=submit],input[type=button],[role=button],[role=menuitem],summary";

/**
 * Notices that a person asks the console for a key: a form is sent or a button pressed on the API
 * Keys page. Remembers what the form said and which token-like strings stood there before.
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

  function pressed(target: Element, isSubmit: boolean): void {
    const words = fold(
      [
        textOf(target).slice(0, 80),
        (target as HTMLInputElement).value ?? "",
        ...labelAttributes(target),
      ].join(" "),
    );
    const isCreate = CREATE_PRESS.test(words);
    if (!isCreate && REVEAL_PRESS.test(words)) {
      if (current()) onPress();
      return;
    }
    if (!facts.isApiKeysPage() || (!isSubmit && !isCreate && CANCEL_PRESS.test(words))) return;
    const form = createFormAround(target);
    if (!isSubmit && !isCreate && !form) return;
    const asked = form ? readCreateForm(form, facts.readText) : null;
    const earlier = current();
    const hasNews = form !== null || !earlier;
    const shown = hasNews ? tokensShown(facts.roots()) : null;
    creation = {
      // A token that stood there before the form was sent cannot be the answer to it.
      before: shown ?? earlier?.before ?? new Set(),
      pressedAtMs: Date.now(),
      form: form?.container ?? earlier?.form ?? null,
      hadKeyForm: form !== null || (earlier?.hadKeyForm ?? false),
      endsMs: asked?.endsMs ?? earlier?.endsMs ?? null,
      description: asked?.description || (earlier?.description ?? ""),
    };
    if (shown && form && creation.hadKeyForm) {
      const { pressedAtMs, description, endsMs } = creation;
      onAsked({ pressedAtMs, description, endsMs, before: [...shown].map(tokenMark) });
    }
    onPress();
  }

  function current(): WatchedCreation | null {
    if (creation && creation === resumed && !facts.isApiKeysPage()) return null;
    if (creation && Date.now() - creation.pressedAtMs > LASTS_MS) creation = null;
    return creation;
  }

  const clicked = (event: Event): void => {
    const path = event.composedPath().slice(0, 12);
    const button = path.find(
      (node): node is Element => node instanceof Element && node.matches(BUTTON),
    );
    if (button) pressed(button, isSubmitButton(button));
  };
  const submitted = (event: Event): void => {
    const [form] = event.composedPath();
    const submitter = (event as SubmitEvent).submitter;
    if (form instanceof Element) pressed(submitter ?? form, true);
  };
  const entered = (event: KeyboardEvent): void => {
    const [field] = event.composedPath();
    if (event.key === "Enter" && field instanceof HTMLInputElement) pressed(field, false);
  };
  const ended = new AbortController();
  const early = { capture: true, signal: ended.signal };
  addEventListener("click", clicked, early);
  addEventListener("submit", submitted, early);
  addEventListener("keydown", entered, early);
  return {
    current,
    resume: ({ before, pressedAtMs, description, endsMs }) => {
      const marks = new Set(before);
      const seen = { has: (token: string) => marks.has(tokenMark(token)) };
      resumed = { before: seen, pressedAtMs, form: null, hadKeyForm: true, endsMs, description };
      creation ??= resumed;
      onPress();
    },
    stop: () => ended.abort(),
  };
}

function isSubmitButton(button: Element): boolean {
  return (
    button.matches("[type=submit]") ||
    (button.localName === "button" &&
      button.closest("form") !== null &&
      !button.hasAttribute("type"))
  );
}
