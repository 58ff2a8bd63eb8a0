import { type ApiKey, ask, BackendError } from "./backend.ts";
import { type Dialog, openDialog } from "./dialog.ts";
import { freshId, h } from "./dom.ts";
import { icon } from "./icons.ts";
import type { PageContext } from "./page.ts";
import type { Words } from "./words.ts";

/** Asks for description and end, creates the key, and shows its token this one time. */
export function createKeyDialog(context: PageContext): void {
  const { words } = context;
  let isCreated = false;
  const description = h("input", {
    id: freshId(),
    type: "text",
    name: "description",
    maxlength: "100",
    autocomplete: "off",
    autofocus: true,
  });
  const expiration = h("input", {
    id: freshId(),
    type: "datetime-local",
    name: "expiration",
    step: "60",
  });
  const complaint = h("p", { class: "complaint", role: "alert" });
  const submit = h("button", { type: "submit", class: "primary" }, words.create);
  const form = h(
    "form",
    { id: freshId(), novalidate: true },
    field(words.description, description, words.descriptionHint),
    field(words.expiration, expiration),
    complaint,
  );
  submit.setAttribute("form", form.id);

  const send = async (event: Event) => {
    event.preventDefault();
    complaint.textContent = missing(description.value, expiration.value, words);
    if (complaint.textContent !== "") return;
    submit.disabled = true;
    try {
      const key = await ask<ApiKey & { token: string }>("POST", "/api-keys", {
        description: description.value,
        validUntil: new Date(expiration.value).toISOString(),
      });
      isCreated = true;
      showToken(dialog, key.token, words);
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      if (error.status === 401) return context.reload();
      complaint.textContent = error.message;
      submit.disabled = false;
    }
  };
  form.addEventListener("submit", (event) => void send(event));

  const dialog = openDialog(
    {
      title: words.createKey,
      body: [form],
      actions: [
        h("button", { type: "button", on: { click: () => dialog.close() } }, words.cancel),
        submit,
      ],
    },
    () => {
      if (isCreated) context.reload();
    },
  );
}

function missing(description: string, expiration: string, words: Words): string {
  if (description.trim() === "") return words.descriptionMissing;
  return expiration === "" ? words.expirationMissing : "";
}

function showToken(dialog: Dialog, token: string, words: Words): void {
  const shown = h("input", {
    id: freshId(),
    type: "text",
    readonly: true,
    class: "token",
    spellcheck: "false",
  });
  shown.value = token;
  // The field gets the focus, and would otherwise show the token's end.
  shown.setSelectionRange(0, 0);
  const copy = h("button", { type: "button" }, icon("copy"), words.copy);
  const copyToken = async () => {
    await navigator.clipboard.writeText(token);
    copy.replaceChildren(icon("check"), words.copied);
  };
  copy.addEventListener("click", () => void copyToken());
  dialog.show({
    title: words.createdTitle,
    body: [
      h("p", { class: "caution" }, icon("warning"), words.createdText),
      h(
        "div",
        { class: "field" },
        h("label", { for: shown.id }, words.yourKey),
        h("div", { class: "token-line" }, shown, copy),
      ),
    ],
    actions: [
      h(
        "button",
        { type: "button", class: "primary", on: { click: () => dialog.close() } },
        words.done,
      ),
    ],
  });
}

function field(label: string, input: HTMLInputElement, hint?: string): HTMLElement {
  return h(
    "div",
    { class: "field" },
    h("label", { for: input.id }, label),
    input,
    hint ? h("p", { class: "hint" }, hint) : null,
  );
}
