import { send } from "../../../lib/browser/messaging";
import type { KeyList } from "../../../lib/page/key-list";
import { isWholeList } from "../../../lib/page/list-extent";
import type { ColumnReader } from "./column-reader";
import type { KeyRows } from "./key-rows";

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

  async function tell(): Promise<void> {
    const read = rows.all().filter((row) => row.reading !== null);
    if (read.length === 0 || read.length > MOST_ROWS) return;
    const facts = read.map(({ row, reading }) => reader.facts(row, reading));
    const print = JSON.stringify(facts);
    if (print === told || !isWholeList(page.roots(), page.lists())) return;
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
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), RESTS_MS);
  }

  return {
    update,
    forget: () => {
      told = "";
      update();
    },
    stop: () => clearTimeout(timer),
  };
}
