import { ask, BackendError, type Session, type Settings } from "../backend.ts";
import { freshId, h } from "../dom.ts";
import type { Words } from "../words.ts";

export interface SignInOptions {
  settings: Settings;
  words: Words;
  /** Why the person is here again; empty at first. */
  notice: string;
  onSignedIn(session: Session): void;
}

export function signInPage({ settings, words, notice, onSignedIn }: SignInOptions): HTMLElement {
  const email = h("input", {
    id: freshId(),
    type: "email",
    name: "email",
    autocomplete: "username",
  });
  const password = h("input", {
    id: freshId(),
    type: "password",
    name: "password",
    autocomplete: "current-password",
  });
  email.value = settings.demoLogin?.email ?? "";
  password.value = settings.demoLogin?.password ?? "";
  const complaint = h("p", { class: "complaint", role: "alert" });
  const submit = h("button", { type: "submit", class: "primary wide" }, words.signIn);
  const send = async (event: Event) => {
    event.preventDefault();
    submit.disabled = true;
    try {
      onSignedIn(
        await ask<Session>("POST", "/session", { email: email.value, password: password.value }),
      );
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      complaint.textContent = error.message;
      submit.disabled = false;
    }
  };
  return h(
    "main",
    { class: "sign-in" },
    h(
      "form",
      { class: "card", novalidate: true, on: { submit: (event) => void send(event) } },
      h("img", { src: "/logo.svg", alt: "", width: "44", height: "44" }),
      h("h1", {}, "Management Console"),
      h("p", { class: "lead" }, "For distributors and channel partners"),
      notice === "" ? null : h("p", { class: "note", role: "status" }, notice),
      h("div", { class: "field" }, h("label", { for: email.id }, words.email), email),
      h("div", { class: "field" }, h("label", { for: password.id }, words.password), password),
      complaint,
      submit,
      settings.demoLogin
        ? h(
            "p",
            { class: "hint centred" },
            "Local demonstration: any change ends with the program.",
          )
        : null,
    ),
  );
}
