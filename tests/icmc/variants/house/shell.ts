import type { Session } from "./backend.ts";
import { h } from "./dom.ts";
import { type IconName, icon } from "./icons.ts";
import type { Words } from "./words.ts";

interface Entry {
  path: string;
  title: keyof Words;
  icon: IconName;
}

const ENTRIES: readonly Entry[] = [
  { path: "/", title: "overview", icon: "overview" },
  { path: "/partners", title: "partners", icon: "partners" },
  { path: "/team_members", title: "team", icon: "team" },
  { path: "/api_keys", title: "apiKeys", icon: "key" },
  { path: "/docs", title: "docs", icon: "docs" },
  { path: "/settings", title: "settings", icon: "settings" },
];

export interface ShellOptions {
  session: Session;
  words: Words;
  path: string;
  content: Node[];
  navigate(path: string): void;
  signOut(): void;
}

/** Left menu, and the page beside it. */
export function shell({ session, words, path, content, navigate, signOut }: ShellOptions) {
  const links = ENTRIES.map((entry) =>
    h(
      "a",
      {
        href: entry.path,
        "aria-current": entry.path === path ? "page" : null,
        on: {
          click: (event) => {
            event.preventDefault();
            navigate(entry.path);
          },
        },
      },
      icon(entry.icon),
      words[entry.title],
    ),
  );
  return h(
    "div",
    { class: "shell" },
    h(
      "aside",
      { class: "side" },
      h(
        "div",
        { class: "brand" },
        h("img", { src: "/logo.svg", alt: "", width: "30", height: "30" }),
        h("div", {}, h("strong", {}, "Management Console"), h("span", {}, "Local demonstration")),
      ),
      h("nav", { "aria-label": "Main" }, ...links),
      h(
        "div",
        { class: "person" },
        h("span", { class: "avatar", "aria-hidden": "true" }, initials(session.user.name)),
        h("div", {}, h("strong", {}, session.user.name), h("span", {}, session.organisation.name)),
        h(
          "button",
          {
            type: "button",
            class: "ghost",
            "aria-label": words.signOut,
            title: words.signOut,
            on: { click: signOut },
          },
          icon("signOut"),
        ),
      ),
    ),
    h("main", { class: "content" }, ...content),
  );
}

function initials(name: string): string {
  return name
    .split(" ")
    .map((word) => word[0] ?? "")
    .join("")
    .toUpperCase();
}
