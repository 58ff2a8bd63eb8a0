import type { CreateForm } from "../../lib/page/create-form";
import { findSubmitControl, frameOf } from "../../lib/page/creation-controls";

export interface OwnSending {
  /** The form was sent before we did: from now on nobody here may send it again. */
  isSent(): boolean;
  stop(): void;
}

/** Notices that the form is sent by the person's own hands, or by a mishap while it is filled. */
export function watchOwnSending(form: () => CreateForm): OwnSending {
  let isSent = false;
  const ended = new AbortController();
  const early = { capture: true, signal: ended.signal };
  const clicked = (event: Event): void => {
    if (!event.isTrusted || isSent) return;
    const control = findSubmitControl(form());
    if (control && event.composedPath().includes(control)) isSent = true;
  };
  const submitted = (event: Event): void => {
    const [sent] = event.composedPath();
    const frame = frameOf(form());
    if (sent instanceof Element && (sent.contains(frame) || frame.contains(sent))) isSent = true;
  };
  addEventListener("click", clicked, early);
  addEventListener("submit", submitted, early);
  return { isSent: () => isSent, stop: () => ended.abort() };
}
