import type { ApiKey } from "../house/backend.ts";
import { h } from "../house/dom.ts";
import { deleteKey, failureWords } from "../shared/keys-backend.ts";

export function openDeleteDialog(key: ApiKey, reload: () => Promise<void>): void {
  const complaint = h("p", { role: "alert" });
  const confirm = async () => {
    try {
      await deleteKey(key.id);
      dialog.close();
      await reload();
    } catch (error) {
      complaint.textContent = failureWords(error);
    }
  };
  const dialog = h(
    "dialog",
    { "aria-label": "Delete API key" },
    h("h2", {}, `Delete “${key.description}”?`),
    complaint,
    h(
      "div",
      { class: "buttons" },
      h("button", { type: "button", on: { click: () => dialog.close() } }, "Keep"),
      h(
        "button",
        { type: "button", class: "danger", on: { click: () => void confirm() } },
        "Delete for good",
      ),
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
