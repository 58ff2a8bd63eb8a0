import { ask, BackendError, type Session, type Settings } from "./backend.ts";
import { closeDialogs } from "./dialog.ts";
import { h } from "./dom.ts";
import { icon } from "./icons.ts";
import { watchIdle } from "./idle.ts";
import type { Page } from "./page.ts";
import { apiKeysPage } from "./pages/api-keys.ts";
import { docsPage } from "./pages/docs.ts";
import { overviewPage } from "./pages/overview.ts";
import { partnersPage } from "./pages/partners.ts";
import { settingsPage } from "./pages/settings.ts";
import { signInPage } from "./pages/sign-in.ts";
import { teamPage } from "./pages/team.ts";
import { shell } from "./shell.ts";
import { wordsIn } from "./words.ts";

const PAGES: Record<string, Page> = {
  "/": overviewPage,
  "/partners": partnersPage,
  "/team_members": teamPage,
  "/api_keys": apiKeysPage,
  "/docs": docsPage,
  "/settings": settingsPage,
};
const SIGN_IN = "/sign_in";

const root = document.querySelector("#root");
if (!root) throw new Error("the page has no root");

const settings = await ask<Settings>("GET", "/settings");
const words = wordsIn(settings.language);
document.documentElement.lang = settings.language;

let session: Session | null = await ask<Session | null>("GET", "/session");
let notice = "";
/** Where to go after signing in. */
let wanted = location.pathname === SIGN_IN ? "/" : location.pathname;
let stopWatch: () => void = () => {};
/** Answers of a page that was left meanwhile are not drawn. */
let turn = 0;

function navigate(path: string): void {
  if (path !== location.pathname) history.pushState(null, "", path);
  void draw();
}

function signedIn(person: Session): void {
  session = person;
  notice = "";
  stopWatch = watchIdle(settings.idleMs, () => void signOut(words.idleNotice));
  navigate(wanted);
}

async function signOut(why: string): Promise<void> {
  await ask("DELETE", "/session");
  signedOut(why);
}

function signedOut(why: string): void {
  stopWatch();
  session = null;
  notice = why;
  wanted = location.pathname === SIGN_IN ? "/" : location.pathname;
  navigate(SIGN_IN);
}

async function draw(): Promise<void> {
  turn += 1;
  const mine = turn;
  closeDialogs();
  if (!session) {
    if (location.pathname !== SIGN_IN) history.replaceState(null, "", SIGN_IN);
    document.title = `${words.signIn} · Management Console`;
    root?.replaceChildren(signInPage({ settings, words, notice, onSignedIn: signedIn }));
    return;
  }
  const path = location.pathname.replace(/(.)\/$/, "$1");
  const page = PAGES[path] ?? overviewPage;
  const person = session;
  try {
    const content = await page({
      settings,
      session: person,
      words,
      navigate,
      reload: () => void draw(),
    });
    if (mine !== turn) return;
    show(path, person, content);
  } catch (error) {
    if (!(error instanceof BackendError) || mine !== turn) throw error;
    if (error.status === 401) return signedOut(words.idleNotice);
    show(path, person, [
      h("div", { class: "card note", role: "alert" }, icon("warning"), error.message),
    ]);
  }
}

function show(path: string, person: Session, content: Node[]): void {
  const leave = () => void signOut("");
  root?.replaceChildren(shell({ session: person, words, path, content, navigate, signOut: leave }));
  const heading = document.querySelector("h1")?.textContent ?? "";
  document.title = `${heading} · Management Console`;
}

addEventListener("popstate", () => void draw());
if (session) signedIn(session);
else void draw();
