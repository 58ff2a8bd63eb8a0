/** What the browser tells beside the changes of the page. */
export function watchPageSigns(
  page: {
    /** Something would be lost if the page were left: the browser asks the person first. */
    isUnsafe: () => boolean;
    /** The person is back at the page, moved in it, or does something there. */
    onReturn: () => void;
    /** The page turned dark or light, perhaps with a fading that is over now. */
    onRecolour: () => void;
    /** The page put a text on the clipboard, by a button at `target` or a selection. */
    onCopy: (event: ClipboardEvent, target: Node) => void;
  },
  signal: AbortSignal,
): void {
  const leaving = (event: BeforeUnloadEvent): void => {
    if (page.isUnsafe()) event.preventDefault();
  };
  const recoloured = (event: Event): void => {
    const { propertyName = "color" } = event as TransitionEvent;
    if (propertyName.includes("color")) page.onRecolour();
  };
  const copied = (event: ClipboardEvent): void => {
    const [target] = event.composedPath();
    if (target instanceof Node) page.onCopy(event, target);
  };
  addEventListener("beforeunload", leaving, { signal });
  addEventListener("popstate", page.onReturn, { signal });
  addEventListener("focus", page.onReturn, { signal });
  addEventListener("pointerdown", page.onReturn, { signal, capture: true, passive: true });
  document.addEventListener("visibilitychange", page.onReturn, { signal });
  addEventListener("transitionend", recoloured, { signal });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recoloured, { signal });
  // After the page's own answer, which may put something else on the clipboard.
  addEventListener("copy", copied, { signal });
}
