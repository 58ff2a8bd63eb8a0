import type { RowFacts } from "../../keys/row-facts";
import type { FormLimits } from "../../page/form-limits";

/** What the content script is to do for a creation. All that ever goes from us into the page. */
export interface PageWork {
  taskId: string;
  description: string;
  expiresAt: string;
  startedAt: string;
  /** The console was asked for the key already: from now on it is only looked for. */
  isSubmitted: boolean;
}

/** What the content script did or saw while it worked. `handsId` is new with each loading of the page. */
export type HandsReport = { taskId: string; handsId: string } & (
  | { kind: "signed-out" | "on-page" | "asking" | "pressed" | "unseen" | "working" }
  /** The console asks back before it makes the key; only the person may answer. */
  | { kind: "question" }
  /** Pages behind others are not painted, and some kits wait for that: the tab has to come to the front. */
  | { kind: "hidden" }
  /** The form is open, and says this of what it takes. */
  | { kind: "form"; limits: FormLimits }
  /** The form says what was asked for. `similar`: rows that look like the key to come, already. */
  | { kind: "ready"; similar: number }
  /** The console's own words about what it did not do. */
  | { kind: "said"; words: string }
  | { kind: "not-understood"; part: MissingPart }
  /** Rows with the description asked for. */
  | {
      kind: "rows";
      rows: RowFacts[];
      /** The list showed everything there is; otherwise what is not in it may stand elsewhere. */
      isWhole: boolean;
      /** When the page was loaded, in epoch ms: what it lists may be as old as that. */
      loadedAtMs: number;
    }
);

export type MissingPart = "page" | "create button" | "form" | "send button" | "list";

/** `submit` is answered once for each creation, and only to the loading of the page that filled the form. */
export type HandsOrder = "go-on" | "submit" | "stop";
