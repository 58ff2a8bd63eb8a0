import type { CreateForm } from "./create-form";
import { frameOf } from "./creation-controls";
import { isShown, labelAttributes } from "./text";

const LONGEST = 120;
const MOST_TEXTS = 400;

/** The short texts of a form: labels and hints first, then everything that stands around its fields. */
export function formTexts(form: CreateForm): string[] {
  const said = form.expiry.flatMap((field) => [
    ...labelAttributes(field),
    field.getAttribute("placeholder") ?? "",
  ]);
  const walk = document.createTreeWalker(frameOf(form), NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node && said.length < MOST_TEXTS; node = walk.nextNode()) {
    const text = node.nodeValue?.trim() ?? "";
    const around = node.parentElement;
    if (text.length < 3 || text.length > LONGEST || !around) continue;
    if (!around.closest("script,style,button,textarea,select") && isShown(around)) said.push(text);
  }
  return said;
}
