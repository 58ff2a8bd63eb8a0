import { send } from "../../../lib/browser/messaging";
import type { RowFacts } from "../../../lib/keys/row-facts";
import type { KeyList } from "../../../lib/page/key-list";
import { isWholeList } from "../../../lib/page/list-extent";
import type { ColumnReader } from "./column-reader";
import type { KeyRows } from "./key-rows";
import { inSlices } from "./slices";

export interface ListReport {
  /** Rows were drawn: the list may be whole, or another. */
  update(): void;
  /** The vault is another: what was told before is to be told again. */
  forget(): void;
  stop(): void;
}

const RESTS_MS = 1_500;
const MOST_ROWS = 1_000;

/** Tells the background of a list that shows everything there is, once it has come to rest. */
export function reportLists(
  rows: KeyRows,
  reader: ColumnReader,
  page: { roots: () => ParentNode[]; lists: () => KeyList[] },
): ListReport {
  let told = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What is being told is no longer so once this has another value. */
  let turn = 0;

  async function tell(): Promise<void> {
    const mine = turn;
    const isOver = () => turn !== mine;
    const read = new Set(rows.all().filter((row) => row.reading !== null));
    if (read.size === 0 || read.size > MOST_ROWS) return;
    const facts: RowFacts[] = [];
    await inSlices(read, isOver, (entries) => {
      for (const { row, reading } of entries) facts.push(reader.facts(row, reading));
    });
    const print = JSON.stringify(facts);
    if (isOver() || print === told) return;
    const shown = await shownRows(page.lists(), isOver);
    const rowsOf = (list: KeyList) => list.rows().filter((row) => shown.has(row));
    if (isOver() || !isWholeList(page.roots(), page.lists(), rowsOf)) return;
    told = print;
    try {
      await send("sawWholeList", facts);
    } catch (error) {
      // An extra, like the marks: the next change of the list tells it again.
      if (!(error instanceof Error)) throw error;
      told = "";
    }
  }

  function update(): void {
    turn++;
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), RESTS_MS);
  }

  return {
    update,
    forget: () => {
      told = "";
      update();
    },
    stop: () => {
      turn++;
      clearTimeout(timer);
    },
  };
}

/** The rows of the lists that are key rows at this moment; a long list takes several tasks. */
async function shownRows(lists: KeyList[], isOver: () => boolean): Promise<Set<Element>> {
  const shown = new Set<Element>();
  for (const list of lists)
    await inSlices(new Set(list.rows()), isOver, (rows) => {
      for (const row of rows) if (list.read(row)) shown.add(row);
    });
  return shown;
}
