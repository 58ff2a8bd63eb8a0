import { send } from "../../../lib/browser/messaging";
import type { RowFacts } from "../../../lib/keys/row-facts";
import type { ColumnReader } from "./column-reader";
import type { KeyRows } from "./key-rows";
import type { KnownRow } from "./known-row";
import { inSlices } from "./slices";

export interface VaultMarks {
  /** Rows were drawn: ask about those that are new. */
  update(): void;
  /** The vault is another: ask about all of them. */
  forget(): void;
  stop(): void;
}

const GATHER_MS = 120;
const MOST_ROWS = 500;
/** Marks tell the page what the vault has. New rows come by what a person does, and only that allows new questions. */
const MOST_QUESTIONS = 500;
const QUESTIONS_EACH = 100;
const SIGNS_OF_PERSON = ["pointerdown", "keydown", "wheel"] as const;

/** Asks the background which visible rows the vault has a key of. While it is locked, nothing is asked again. */
export function keepVaultMarks(rows: KeyRows, reader: ColumnReader): VaultMarks {
  let asked = new WeakSet<KnownRow>();
  let isLocked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let questions = MOST_QUESTIONS;
  const ended = new AbortController();
  const acted = (event: Event): void => {
    if (!event.isTrusted) return;
    const isDue = questions === 0;
    questions = Math.min(MOST_QUESTIONS, questions + QUESTIONS_EACH);
    if (isDue) update();
  };
  for (const type of SIGNS_OF_PERSON) {
    addEventListener(type, acted, { capture: true, passive: true, signal: ended.signal });
  }

  async function ask(): Promise<void> {
    timer = undefined;
    const open = rows
      .all()
      .filter((row) => row.reading && !asked.has(row))
      .slice(0, Math.min(MOST_ROWS, questions));
    if (open.length === 0) return;
    questions -= open.length;
    for (const row of open) asked.add(row);
    const known: KnownRow[] = [];
    const facts: RowFacts[] = [];
    const describe = (entries: KnownRow[]): void => {
      for (const entry of entries) {
        // To be read anew since: it comes with the next question.
        if (!entry.reading) asked.delete(entry);
        else {
          known.push(entry);
          facts.push(reader.facts(entry.row, entry.reading));
        }
      }
    };
    await inSlices(new Set(open), () => ended.signal.aborted, describe);
    if (ended.signal.aborted) return;
    try {
      const marks = await send("markRows", facts);
      isLocked = marks === null;
      rows.mark(known, marks);
      update();
    } catch (error) {
      // Marks are an extra: the next change of the vault asks again.
      if (!(error instanceof Error)) throw error;
      rows.mark(known, null);
    }
  }

  function update(): void {
    if (!isLocked) timer ??= setTimeout(ask, GATHER_MS);
  }

  return {
    update,
    forget: () => {
      asked = new WeakSet();
      isLocked = false;
      update();
    },
    stop: () => {
      ended.abort();
      clearTimeout(timer);
    },
  };
}
