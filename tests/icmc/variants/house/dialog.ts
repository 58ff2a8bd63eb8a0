import { freshId, h } from "./dom.ts";
import { icon } from "./icons.ts";

export interface DialogContent {
  title: string;
  body: Node[];
  /** The row of buttons. */
  actions: Node[];
}

export interface Dialog {
  /** Exchanges everything inside. */
  show(content: DialogContent): void;
  close(): void;
}

/** Every dialog that is open, so that leaving a page closes them. */
const open = new Set<Dialog>();

export function closeDialogs(): void {
  for (const dialog of [...open]) dialog.close();
}

/**
 * A modal dialog at the end of the body. Escape and the cross close it; Tab stays inside.
 * Focus goes to the first field, and back to where it was in the end.
 */
export function openDialog(content: DialogContent, onClosed: () => void = () => {}): Dialog {
  const before = document.activeElement;
  const titleId = freshId();
  const panel = h("div", {
    class: "dialog",
    role: "dialog",
    "aria-modal": "true",
    "aria-labelledby": titleId,
    tabindex: "-1",
  });
  const backdrop = h("div", { class: "backdrop" }, panel);
  const dialog: Dialog = {
    show: ({ title, body, actions }) => {
      panel.replaceChildren(
        h(
          "header",
          { class: "dialog-head" },
          h("h2", { id: titleId }, title),
          h(
            "button",
            { type: "button", class: "ghost", "aria-label": "Close", on: { click: dialog.close } },
            icon("close"),
          ),
        ),
        h("div", { class: "dialog-body" }, ...body),
        h("footer", { class: "dialog-foot" }, ...actions),
      );
      (panel.querySelector<HTMLElement>("[autofocus], input") ?? panel).focus();
    },
    close: () => {
      if (!open.delete(dialog)) return;
      stopping.abort();
      backdrop.remove();
      if (before instanceof HTMLElement) before.focus();
      onClosed();
    },
  };
  // On the document: a button that is disabled while it works drops the focus out of the dialog.
  const stopping = new AbortController();
  const { signal } = stopping;
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") dialog.close();
    if (event.key === "Tab") keepInside(panel, event);
  };
  document.addEventListener("keydown", onKey, { signal });
  open.add(dialog);
  document.body.append(backdrop);
  dialog.show(content);
  return dialog;
}

function keepInside(panel: HTMLElement, event: KeyboardEvent): void {
  const stops = [...panel.querySelectorAll<HTMLElement>("button, input, a[href]")];
  const [first, last] = [stops[0], stops.at(-1)];
  const active = document.activeElement;
  if (event.shiftKey && active === first) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && active === last) {
    event.preventDefault();
    first?.focus();
  }
}
