import * as dom from "../../../lib/page/dom";
import { isByPerson } from "../../../lib/page/own-press";
import { pressedElement } from "./pressed-element";

/** One press may come as a key, as the click that follows, and as the form being sent. */
export type PressSign = "key" | "click" | "submit";

/** Tells of what a person presses or sends, before the page hears of it. Returns what ends that. */
export function watchPresses(pressed: (target: Element, by: PressSign) => void): () => void {
  const clicked = (event: Event): void => {
    const button = isByPerson(event) ? pressedElement(event) : null;
    if (button) pressed(button, "click");
  };
  const submitted = (event: Event): void => {
    const [sent] = event.composedPath();
    const submitter = (event as SubmitEvent).submitter;
    // The browser sends a form for a script as well; only right after a person did something it counts.
    if (!isByPerson(event) || !hasPersonActed()) return;
    if (sent instanceof Element) pressed(submitter ?? sent, "submit");
  };
  const entered = (event: KeyboardEvent): void => {
    const [field] = event.composedPath();
    if (!isByPerson(event)) return;
    if (event.key === "Enter" && field instanceof HTMLInputElement) pressed(field, "key");
    else if (event.key === "Enter" || event.key === " ") clickedByKey(event);
  };
  /** Elements made into buttons by a script take the keys for themselves. */
  const clickedByKey = (event: KeyboardEvent): void => {
    const button = pressedElement(event);
    if (button && !isNativeButton(button)) pressed(button, "key");
  };
  const ended = new AbortController();
  const early = { capture: true, signal: ended.signal };
  addEventListener("click", clicked, early);
  addEventListener("submit", submitted, early);
  addEventListener("keydown", entered, early);
  return () => ended.abort();
}

function hasPersonActed(): boolean {
  return !("userActivation" in navigator) || navigator.userActivation.isActive;
}

function isNativeButton(element: Element): boolean {
  return dom.matches(element, "button,a[href],input,summary");
}
