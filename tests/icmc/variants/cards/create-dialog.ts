import { freshId, h } from "../house/dom.ts";
import { createKey, failureWords } from "../shared/keys-backend.ts";

/** How many characters of the key stand on one line. */
const LINE = 42;

export function openCreateDialog(reload: () => Promise<void>): void {
  const description = h("input", { id: freshId(), maxlength: "100", autocomplete: "off" });
  const end = h("input", { id: freshId(), type: "datetime-local" });
  const complaint = h("p", { role: "alert" });
  const form = h(
    "form",
    { novalidate: true },
    h("h2", {}, "Create new API Key"),
    h("label", { for: description.id }, "What is it for?"),
    description,
    h("label", { for: end.id }, "Expires on"),
    end,
    complaint,
    h(
      "div",
      { class: "buttons" },
      h("button", { type: "button", on: { click: () => dialog.close() } }, "Cancel"),
      h("button", { type: "submit", class: "primary" }, "Create key"),
    ),
  );
  const dialog = h("dialog", { "aria-label": "Create new API Key" }, form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (end.value === "") {
      complaint.textContent = "Please say when the key expires";
      return;
    }
    try {
      const { token } = await createKey(description.value, new Date(end.value));
      dialog.replaceChildren(...shownToken(token, () => dialog.close()));
      await reload();
    } catch (error) {
      complaint.textContent = failureWords(error);
    }
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** Every line of the key is an element of its own. */
function shownToken(token: string, close: () => void): Node[] {
  const lines = token.match(new RegExp(`.{1,${LINE}}`, "g")) ?? [];
  return [
    h("h2", {}, "Your new key"),
    h("p", {}, "Store it now: nobody can show it to you again."),
    h("div", { class: "token" }, ...lines.map((line) => h("span", {}, line))),
    h(
      "div",
      { class: "buttons" },
      h(
        "button",
        { type: "button", on: { click: () => void navigator.clipboard.writeText(token) } },
        "Copy key",
      ),
      h("button", { type: "button", class: "primary", on: { click: close } }, "OK, stored"),
    ),
  ];
}
