import type { CreateForm } from "../../../lib/page/create-form";
import { findSubmitControl, frameOf } from "../../../lib/page/creation-controls";
import { matches } from "../../../lib/page/dom";

export interface OwnSending {
  /** The form was sent before we did: from now on nobody here may send it again. */
  isSent(): boolean;
  stop(): void;
}

/**
 * Notices that the form is sent by the person's own hands, or by a mishap while it is filled.
 *
 * @param onSent - Called once, in the very turn: the console's answer may come right behind it.
 */
export function watchOwnSending(form: () => CreateForm, onSent: () => void): OwnSending {
  let isSent = false;
  const sent = (): void => {
    if (isSent) return;
    isSent = true;
    onSent();
  };
  const ended = new AbortController();
  const early = { capture: true, signal: ended.signal };
  const clicked = (event: Event): void => {
    if (!event.isTrusted || isSent) return;
    const control = findSubmitControl(form());
    if (control && event.composedPath().includes(control) && !isHeldBack(control)) sent();
  };
  const submitted = (event: Event): void => {
    const [source] = event.composedPath();
    const frame = frameOf(form());
    if (source instanceof Element && (source.contains(frame) || frame.contains(source))) sent();
  };
  addEventListener("click", clicked, early);
  addEventListener("submit", submitted, early);
  return { isSent: () => isSent, stop: () => ended.abort() };
}

/**
 * Whether the browser itself sends nothing at a press, because the form lacks something. Of a button
 * that is not the form's own, nobody knows: its page may send what it likes.
 */
export function isHeldBack(control: HTMLElement): boolean {
  const { type, form, formNoValidate } = control as HTMLButtonElement;
  return (
    type === "submit" && !formNoValidate && !!form && matches(form, ":invalid:not([novalidate])")
  );
}
