import { ask, type Session, type Settings } from "../house/backend.ts";
import { watchIdle } from "../house/idle.ts";
import { signInForm } from "./sign-in-form.ts";

export interface SignedInConsole {
  settings: Settings;
  session: Session;
  signOut(): void;
}

export interface StartOptions {
  language: "en" | "de";
  /** Address of the sign-in page; `null`: it stands wherever the person wanted to go. */
  signInPath: string | null;
}

/**
 * Signs in first where nobody is, then hands the emptied root to the kit's application.
 * Signing out loads the page anew.
 */
export async function startConsole(
  { language, signInPath }: StartOptions,
  mount: (root: HTMLElement, signedIn: SignedInConsole) => void,
): Promise<void> {
  document.documentElement.lang = language;
  const root = document.querySelector<HTMLElement>("#root");
  if (!root) throw new Error("the page has no root");
  const settings = await ask<Settings>("GET", "/settings");
  const signOut = () => void ask("DELETE", "/session").finally(() => location.reload());
  const open = (session: Session) => {
    root.replaceChildren();
    watchIdle(settings.idleMs, signOut);
    mount(root, { settings, session, signOut });
  };

  const session = await ask<Session | null>("GET", "/session");
  if (session) return open(session);
  const wanted = location.pathname === signInPath ? "/" : location.pathname;
  if (signInPath) history.replaceState(null, "", signInPath);
  root.replaceChildren(
    signInForm(language, settings, (person) => {
      if (signInPath) history.replaceState(null, "", wanted);
      open(person);
    }),
  );
}
