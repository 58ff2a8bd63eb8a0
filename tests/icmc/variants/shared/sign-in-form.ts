import { ask, BackendError, type Session, type Settings } from "../house/backend.ts";
import { freshId, h } from "../house/dom.ts";
import "./sign-in.css";

const WORDS = {
  en: { email: "E-mail address", password: "Password", signIn: "Sign in" },
  de: { email: "E-Mail-Adresse", password: "Passwort", signIn: "Anmelden" },
};

/** The page before every kit's application. */
export function signInForm(
  language: "en" | "de",
  { demoLogin }: Settings,
  onSignedIn: (session: Session) => void,
): HTMLElement {
  const words = WORDS[language];
  const email = h("input", { id: freshId(), type: "email", autocomplete: "username" });
  const password = h("input", {
    id: freshId(),
    type: "password",
    autocomplete: "current-password",
  });
  email.value = demoLogin?.email ?? "";
  password.value = demoLogin?.password ?? "";
  const complaint = h("p", { class: "sign-in-complaint", role: "alert" });
  const send = async (event: Event) => {
    event.preventDefault();
    try {
      const login = { email: email.value, password: password.value };
      onSignedIn(await ask<Session>("POST", "/session", login));
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      complaint.textContent = error.message;
    }
  };
  return h(
    "main",
    { class: "sign-in-page" },
    h(
      "form",
      { novalidate: true, on: { submit: (event) => void send(event) } },
      h("h1", {}, "Management Console"),
      h("label", { for: email.id }, words.email),
      email,
      h("label", { for: password.id }, words.password),
      password,
      complaint,
      h("button", { type: "submit" }, words.signIn),
    ),
  );
}
