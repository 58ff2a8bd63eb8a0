import { send } from "../../../lib/browser/messaging";
import { queryRoots } from "../../../lib/page/roots";
import { isShown } from "../../../lib/page/text";
import { t } from "../../../lib/words/words";
import { isOnTop } from "../drawing/is-on-top";
import { createAskNote } from "./ask-note";
import type { Job } from "./hands";
import { listedRows } from "./listed-rows";
import { pagePlaces } from "./page-places";

/** Which sentence stands: about the row, or about the dialog it is behind. */
type Said = "row" | "behind" | null;

const DIALOG = "dialog[open],[role=dialog],[role=alertdialog]";
const LOOK_MS = 500;
const SEARCH_MS = 3 * 60_000;
const POINTS_MS = 10 * 60_000;
/** A list that is still being drawn has no sure row yet. */
const DRAWN_MS = 3_000;

/**
 * Points at the row of a replaced key until it is gone, and says so where none surely is it. The
 * background says which row that is.
 */
export function createRowPointer(isAlive: () => boolean): { pointOut(): void; stop(): void } {
  const note = createAskNote();
  let present = 0;

  async function run(): Promise<void> {
    const mine = ++present;
    const startedAtMs = Date.now();
    const isOver = () => mine !== present || !isAlive() || Date.now() - startedAtMs > SEARCH_MS;
    const places = pagePlaces();
    const isHere = await places.arrive(wayTo(isOver));
    const arrivedAtMs = Date.now();
    while (isHere && !isOver()) {
      const rows = listedRows(places.roots()) ?? [];
      const at = await send(
        "rowToDelete",
        rows.map(({ facts }) => facts),
      ).catch(() => null);
      if (mine !== present) return;
      const row = typeof at === "number" ? rows[at]?.element : undefined;
      if (row) return pointAt(row, mine);
      if (at === null) note.ask(null, null);
      else if (Date.now() - arrivedAtMs > DRAWN_MS) note.ask(t("page.noSureRow"), listOf(rows));
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    if (mine === present && isAlive()) note.ask(t("page.rowNotFound"), listOf([]));
  }

  async function pointAt(row: Element, mine: number): Promise<void> {
    const startedAtMs = Date.now();
    const text = row.textContent;
    row.scrollIntoView({ block: "center" });
    let said: Said = null;
    let wasSeen = false;
    // A row element that is used for another key says something else.
    const isSame = () => row.isConnected && row.textContent === text;
    while (mine === present && isAlive() && isSame() && Date.now() - startedAtMs < POINTS_MS) {
      // What opens once the row was seen is the console's question whether to delete it.
      const now: Said = isOnTop(row) ? "row" : wasSeen ? null : "behind";
      wasSeen ||= now === "row";
      if (now !== said) say(now, row);
      said = now;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    if (mine === present) note.ask(null, null);
  }

  function say(what: Said, row: Element): void {
    const dialog = what === "behind" ? openDialog() : null;
    if (what === "row") note.ask(t("page.deleteThis"), row);
    else if (dialog) note.ask(t("page.rowBehind"), dialog);
    else note.ask(null, null);
  }

  return {
    pointOut: () => void run(),
    stop: () => {
      present++;
      note.ask(null, null);
    },
  };
}

/** What the rows stand in; where there are none, the page's heading. */
function listOf([first]: readonly { element: Element }[]): Element {
  return first?.element.parentElement ?? document.querySelector("h1") ?? document.body;
}

/** The one on top: of several that are open, the last. */
function openDialog(): Element | null {
  return queryRoots(pagePlaces().roots(), DIALOG).filter(isShown).at(-1) ?? null;
}

/** Getting to the list needs no form and reports to nobody. */
function wayTo(isOver: () => boolean): Job {
  return {
    work: { taskId: "", description: "", expiresAt: "", startedAt: "", isSubmitted: true },
    isOver,
    noteSent: () => undefined,
    report: async () => (isOver() ? "stop" : "go-on"),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}
