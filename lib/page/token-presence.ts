import * as dom from "./dom";
import { isShown } from "./text";
import type { TokenPlace } from "./token-place";
import { tokensCarried } from "./token-text";

/** Whether the place still presents the token, perhaps masked again. */
export function stillPresents(place: TokenPlace): boolean {
  const { container, element, token } = place;
  if (!dom.isConnected(container) || !isShown(container)) return false;
  if (dom.checkVisibility(container, { opacityProperty: true }) === false) return false;
  if (dom.isConnected(element) && dom.fieldValue(element)?.replace(/\s/g, "").includes(token)) {
    return isShown(element);
  }
  if (dom.isConnected(element) && isShown(element) && tokensCarried(element).includes(token))
    return true;
  // Asked of the element first: it may stand in a shadow tree below the container.
  if (dom.isConnected(element) && isShown(element) && compact(element).includes(token)) return true;
  const text = (dom.textContent(container) ?? "").slice(0, 50_000);
  if (text.replace(/\s/g, "").includes(token)) return true;
  const fields = [...dom.querySelectorAll(container, "input,textarea")] as HTMLInputElement[];
  if (fields.some(({ value }) => value.replace(/\s/g, "").includes(token))) return true;
  return (
    /[•●∗*·]{6,}/.test(text) ||
    fields.some(({ type, value }) => type === "password" && value !== "")
  );
}

function compact(element: Element): string {
  return (dom.textContent(element) ?? "")
    .slice(0, 50_000)
    .replace(/[\s\u00ad\u200b\u2060\ufeff]/g, "");
}
