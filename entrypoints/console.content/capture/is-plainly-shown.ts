const LARGEST = { width: 480, height: 240 };

/**
 * Whether a control of ours stands before the person as we drew it: opaque, of its own size, with
 * nothing laid over its button. A page that restyles it must not get a press meant for something else.
 */
export function isPlainlyShown(host: HTMLElement, card: Element, button: Element): boolean {
  for (const part of [host, card, button]) {
    const { opacity, visibility, filter, clipPath, transform, mixBlendMode } =
      getComputedStyle(part);
    const isAltered = filter !== "none" || clipPath !== "none" || transform !== "none";
    if (Number(opacity) < 0.9 || visibility !== "visible" || isAltered) return false;
    if (mixBlendMode !== "normal") return false;
  }
  const outer = card.getBoundingClientRect();
  const inner = button.getBoundingClientRect();
  if (outer.width > LARGEST.width || outer.height > LARGEST.height) return false;
  const isInside =
    inner.left >= outer.left - 1 &&
    inner.right <= outer.right + 1 &&
    inner.top >= outer.top - 1 &&
    inner.bottom <= outer.bottom + 1;
  const root = host.getRootNode();
  const place = root instanceof ShadowRoot ? root : document;
  const [x, y] = [inner.left + inner.width / 2, inner.top + inner.height / 2];
  return isInside && place.elementFromPoint(x, y) === host;
}
