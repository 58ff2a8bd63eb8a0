import type { Session, Settings } from "./backend.ts";
import { h } from "./dom.ts";
import type { Words } from "./words.ts";

/** What every page of the console is given. */
export interface PageContext {
  settings: Settings;
  session: Session;
  words: Words;
  navigate(path: string): void;
  /** Draws the page again, with fresh answers. */
  reload(): void;
}

export type Page = (context: PageContext) => Promise<Node[]>;

export function pageHead(title: string, lead: string, ...actions: Node[]): HTMLElement {
  return h(
    "header",
    { class: "page-head" },
    h("div", {}, h("h1", {}, title), h("p", { class: "lead" }, lead)),
    h("div", { class: "page-actions" }, ...actions),
  );
}
