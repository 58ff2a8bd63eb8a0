import { type ApiKey, ask, BackendError } from "./backend.ts";
import { openDialog } from "./dialog.ts";
import { h } from "./dom.ts";
import type { PageContext } from "./page.ts";

/** Asks once more, then deletes. */
export function deleteKeyDialog(key: ApiKey, { words, reload }: PageContext): void {
  const complaint = h("p", { class: "complaint", role: "alert" });
  const confirm = h("button", { type: "button", class: "primary danger" }, words.delete);
  const remove = async () => {
    confirm.disabled = true;
    try {
      await ask("DELETE", `/api-keys/${encodeURIComponent(key.id)}`);
      dialog.close();
      reload();
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      if (error.status === 401) return reload();
      complaint.textContent = error.message;
      confirm.disabled = false;
    }
  };
  confirm.addEventListener("click", () => void remove());
  const dialog = openDialog({
    title: words.deleteTitle,
    body: [h("p", {}, h("strong", {}, key.description)), h("p", {}, words.deleteText), complaint],
    actions: [
      h("button", { type: "button", on: { click: () => dialog.close() } }, words.cancel),
      confirm,
    ],
  });
}
