import * as dom from "./dom";
import { isShown } from "./text";
import type { TokenPlace } from "./token-place";
import { tokensCarried } from "./token-text";

/** Whether the place still presents the token, perhaps masked again. */
export function stillPresents(place: TokenPlace): boolean {
  const { container, element, token } = place;
  if (!dom.isConnected(container) || !isShown(container)) return false;
  if (dom.checkVisibility(container, { opacityProperty: true }) === false) return false;
  // Asked of the element first: it may stand in a shadow tree below the container.
  if (dom.isConnected(element) && isShown(element)) {
    const own = compact(dom.fieldValue(element) ?? dom.textContent(element));
    if (own.includes(token) || tokensCarried(element).includes(token)) return true;
  }
  const text = (dom.textContent(container) ?? "").slice(0, 50_000);
  const fields = [...dom.querySelectorAll<HTMLInputElement>(container, "input,textarea")].filter(
    isShown,
  );
  if ([text, ...fields.map(({ value }) => value)].some((one) => compact(one).includes(token)))
    return true;
  return (
    /[•●∗*·]{6,}/.test(text) ||
    fields.some(({ type, value }) => type === "password" && value !== "")
  );
}

function compact(text: string | null): string {
  return (text ?? "").slice(0, 50_000).replace(/[\s\u00ad\u200b\u2060\ufeff]/g, "");
}
