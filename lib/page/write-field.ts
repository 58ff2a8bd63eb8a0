import { pressForPerson } from "./own-press";

/** Everything here acts as a person's typing would look to the page, from the isolated world. */

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Focus events do not fire while the window itself has no focus, so they are sent by hand then. */
export function focusOn(element: HTMLElement): void {
  element.scrollIntoView({ block: "nearest" });
  const before = document.hasFocus();
  element.focus({ preventScroll: true });
  if (before) return;
  element.dispatchEvent(new FocusEvent("focus", { composed: true }));
  element.dispatchEvent(new FocusEvent("focusin", { bubbles: true, composed: true }));
}

export function leave(element: HTMLElement): void {
  const before = document.hasFocus();
  element.blur();
  if (before) return;
  element.dispatchEvent(new FocusEvent("blur", { composed: true }));
  element.dispatchEvent(new FocusEvent("focusout", { bubbles: true, composed: true }));
}

/**
 * Sets the value as the browser does, below whatever a framework put on the element, and says so.
 * Where a person can write nothing, neither do we: the page would not know of it.
 *
 * @param isFinal - `change` as well, as when somebody leaves the field.
 */
export function write(field: TextField, text: string, isFinal = true): void {
  if (field.matches(":read-only")) return;
  const { set: setter } =
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value") ?? {};
  setter?.call(field, text);
  field.dispatchEvent(
    new InputEvent("input", { bubbles: true, composed: true, inputType: "insertText", data: text }),
  );
  field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, composed: true }));
  if (isFinal) field.dispatchEvent(new Event("change", { bubbles: true }));
}

export function choose(field: HTMLSelectElement, option: HTMLOptionElement): void {
  if (field.matches(":disabled")) return;
  const setter = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "selectedIndex")?.set;
  setter?.call(field, option.index);
  field.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

export function strike(element: HTMLElement, key: string, modifiers: KeyboardEventInit = {}): void {
  const code = /^[a-z]$/i.test(key)
    ? `Key${key.toUpperCase()}`
    : /^\d$/.test(key)
      ? `Digit${key}`
      : key;
  const keyCode = key === "Enter" ? 13 : key.toUpperCase().charCodeAt(0);
  const stroke = {
    key,
    code,
    keyCode,
    bubbles: true,
    composed: true,
    cancelable: true,
    ...modifiers,
  };
  element.dispatchEvent(new KeyboardEvent("keydown", stroke));
  element.dispatchEvent(new KeyboardEvent("keyup", stroke));
}

/** Types one character where the cursor stands, through the browser's own editing where that works. */
export function typeInto(element: HTMLElement, character: string): void {
  if (element.isContentEditable && document.execCommand("insertText", false, character)) return;
  const typed = { bubbles: true, composed: true, cancelable: true, inputType: "insertText" };
  for (const type of ["beforeinput", "input"])
    element.dispatchEvent(new InputEvent(type, { ...typed, data: character }));
}

export function paste(element: HTMLElement, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  element.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData, bubbles: true, composed: true, cancelable: true }),
  );
}

/** A press with everything that comes before a click: some kits listen for nothing else. */
export function pressOn(element: HTMLElement): void {
  element.scrollIntoView({ block: "nearest" });
  const { left, top, width, height } = element.getBoundingClientRect();
  const at = {
    bubbles: true,
    composed: true,
    cancelable: true,
    button: 0,
    clientX: left + width / 2,
    clientY: top + height / 2,
  };
  const pointer = { ...at, pointerId: 1, pointerType: "mouse", isPrimary: true };
  element.dispatchEvent(new PointerEvent("pointerdown", { ...pointer, buttons: 1 }));
  element.dispatchEvent(new MouseEvent("mousedown", { ...at, buttons: 1 }));
  element.dispatchEvent(new PointerEvent("pointerup", pointer));
  element.dispatchEvent(new MouseEvent("mouseup", at));
  pressForPerson(() => element.click());
}
