import { send } from "../../lib/browser/messaging";
import { createAskNote } from "./ask-note";
import type { Job } from "./hands";
import { listedRows } from "./listed-rows";
import { pagePlaces } from "./page-places";

const LOOK_MS = 500;
const SEARCH_MS = 3 * 60_000;
const POINTS_MS = 10 * 60_000;
const WORDS =
  "This key is replaced. Delete it here when you are sure; ICMC Companion deletes nothing by itself.";

/** Points at the row of a replaced key until it is gone. The background says which row that is. */
export function createRowPointer(isAlive: () => boolean): { pointOut(): void; stop(): void } {
  const note = createAskNote();
  let present = 0;

  async function run(): Promise<void> {
    const mine = ++present;
    const startedAtMs = Date.now();
    const isOver = () => mine !== present || !isAlive() || Date.now() - startedAtMs > SEARCH_MS;
    const places = pagePlaces();
    if (!(await places.arrive(wayTo(isOver)))) return;
    while (!isOver()) {
      const rows = listedRows(places.roots()) ?? [];
      const at = await send(
        "rowToDelete",
        rows.map(({ facts }) => facts),
      ).catch(() => null);
      const row = at === null ? undefined : rows[at]?.element;
      if (row) return pointAt(row, mine);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  async function pointAt(row: Element, mine: number): Promise<void> {
    const startedAtMs = Date.now();
    const text = row.textContent;
    row.scrollIntoView({ block: "center" });
    note.ask(WORDS, row);
    // A row element that is used for another key says something else.
    const isSame = () => row.isConnected && row.textContent === text;
    while (mine === present && isAlive() && isSame() && Date.now() - startedAtMs < POINTS_MS)
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    if (mine === present) note.ask(null, null);
  }

  return {
    pointOut: () => void run(),
    stop: () => {
      present++;
      note.ask(null, null);
    },
  };
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
