import { freshId, h } from "../house/dom.ts";
import { createKey, failureWords } from "../shared/keys-backend.ts";
import { readTyped } from "./date-text.ts";

/** Opens between heading and list; the created key stands in the same place. */
export function createPanel(reload: () => Promise<void>) {
  const element = h("section", { class: "panel", hidden: true, "aria-label": "New API key" });
  const close = () => {
    element.hidden = true;
    element.replaceChildren();
  };
  const open = () => {
    element.hidden = false;
    element.replaceChildren(
      form(close, async (token) => {
        element.replaceChildren(created(token, close));
        await reload();
      }),
    );
    element.querySelector("input")?.focus();
  };
  return { element, open };
}

function form(close: () => void, onCreated: (token: string) => Promise<void>): HTMLElement {
  const description = h("input", { id: freshId(), maxlength: "100", autocomplete: "off" });
  const end = h("input", { id: freshId(), inputmode: "numeric", placeholder: "31/12/2027 18:00" });
  const complaint = h("p", { role: "alert" });
  const send = async (event: Event) => {
    event.preventDefault();
    const at = readTyped(end.value);
    complaint.textContent = at ? "" : "Please write the time as DD/MM/YYYY HH:mm";
    if (!at) return;
    try {
      await onCreated((await createKey(description.value, at)).token);
    } catch (error) {
      complaint.textContent = failureWords(error);
    }
  };
  return h(
    "form",
    { novalidate: true, on: { submit: (event) => void send(event) } },
    h("label", { for: description.id }, "Description"),
    description,
    h("label", { for: end.id }, "Valid until (DD/MM/YYYY HH:mm)"),
    end,
    h("button", { type: "submit", class: "primary" }, "Create"),
    h("button", { type: "button", on: { click: close } }, "Cancel"),
    complaint,
  );
}

function created(token: string, close: () => void): HTMLElement {
  const copy = () => void navigator.clipboard.writeText(token);
  // Long words break at the dots of the token, as some kits do with <wbr>.
  const parts = token.split(".").flatMap((part, at) => (at === 0 ? [part] : [".", h("wbr"), part]));
  return h(
    "div",
    { class: "created" },
    h("p", {}, "Your key. It is shown only once."),
    h("code", {}, ...parts),
    h("button", { type: "button", on: { click: copy } }, "Copy"),
    h("button", { type: "button", on: { click: close } }, "Hide"),
  );
}
