import { createFormAround, readCreateForm } from "../../lib/page/create-form";
import { fold, labelAttributes, textOf } from "../../lib/page/text";
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
 */
export function watchCreations(
  facts: {
    isApiKeysPage: () => boolean;
    roots: () => ParentNode[];
    readText: (text: string) => number | null;
  },
  onPress: () => void,
): CreationWatch {
  let creation: WatchedCreation | null = null;

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
    creation = {
      // A token that stood there before the form was sent cannot be the answer to it.
      before: hasNews ? tokensShown(facts.roots()) : earlier.before,
      pressedAtMs: Date.now(),
      form: form?.container ?? earlier?.form ?? null,
      hadKeyForm: form !== null || (earlier?.hadKeyForm ?? false),
      endsMs: asked?.endsMs ?? earlier?.endsMs ?? null,
      description: asked?.description || (earlier?.description ?? ""),
    };
    onPress();
  }

  function current(): WatchedCreation | null {
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
  const capture = { capture: true };
  addEventListener("click", clicked, capture);
  addEventListener("submit", submitted, capture);
  addEventListener("keydown", entered, capture);
  return {
    current,
    stop: () => {
      removeEventListener("click", clicked, capture);
      removeEventListener("submit", submitted, capture);
      removeEventListener("keydown", entered, capture);
    },
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
