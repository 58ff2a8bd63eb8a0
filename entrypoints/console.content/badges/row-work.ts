import type { KeyList } from "../../../lib/page/key-list";
import type { Theme } from "../drawing/page-theme";
import type { PageWatch } from "../page-watch";
import { cutsOff, fitBadges } from "./badge-fit";
import { createBadge, dress } from "./badge-look";
import type { ColumnReader } from "./column-reader";
import { homeOf, type KnownRow, knownRow } from "./known-row";
import { breathe, inSlices } from "./slices";

/** Rows drawn first, in the turn that brought them: the first picture of a list has the badges of what is seen. */
const FIRST_DRAWN = 16;
/** Rows at least that are drawn in one go after that. The page lays the whole list out after each. */
const NEXT_DRAWN = 1_000;
/** So many are drawn in the task that read the last of them; more have one of their own. */
const MOST_AT_ONCE = 100;
/** What was read does not wait longer, even if more is to be read. */
const LONGEST_WAIT_MS = 600;

/** Rows that are to be read and drawn, worked off in slices. */
export interface RowWork {
  add(row: Element, list: KeyList): void;
  /** What is known of the columns changed: every row is to be read anew. */
  addAll(): void;
  run(): void;
  /** Nothing is read until it is let go on: the headers are not understood at present. */
  hold(isHeld: boolean): void;
  /** Whether a row is still to be read or drawn. */
  awaits(row: Element): boolean;
  clear(): void;
}

export function createRowWork({
  watch,
  reader,
  known,
  isListed,
  theme,
  onDraw,
  onDone,
}: {
  watch: PageWatch;
  reader: ColumnReader;
  known: Map<Element, KnownRow>;
  isListed: (list: KeyList) => boolean;
  theme: () => Theme;
  onDraw: (entry: KnownRow) => void;
  onDone: () => void;
}): RowWork {
  const dirty = new Map<Element, KeyList>();
  const queue = new Set<Element>();
  /** Read and not drawn yet; `null` for a row that is none any more. */
  const waiting = new Map<Element, KnownRow | null>();
  /** Since the queue was empty last. */
  let drawnRows = 0;
  let drawnAtMs = 0;
  let generation = 0;
  let isWorking = false;
  let isHeld = false;

  function add(row: Element, list: KeyList): void {
    dirty.set(row, list);
    queue.add(row);
  }

  function run(): void {
    if (isWorking || isHeld || queue.size + waiting.size === 0) return;
    isWorking = true;
    const mine = generation;
    void workOff(() => generation !== mine || isHeld).finally(() => {
      isWorking = false;
      if (generation === mine) onDone();
      run();
    });
  }

  async function workOff(isOver: () => boolean): Promise<void> {
    await inSlices(queue, isOver, readPortion);
    if (waiting.size === 0 || isOver()) return;
    // What was read last and drawing many would be one long task.
    await breathe();
    if (!isOver()) drawWaiting();
  }

  /** Rows are read in small portions and drawn in large ones: each drawing makes the page lay itself out. */
  function readPortion(elements: Element[]): void {
    let isOrderNews = false;
    for (const element of elements) {
      const list = dirty.get(element);
      dirty.delete(element);
      if (!list || !isListed(list)) continue;
      const row = element.isConnected ? list.read(element) : null;
      if (!row) {
        waiting.set(element, null);
        continue;
      }
      const entry = knownRow(list, row, known.get(element));
      known.set(element, entry);
      if (!entry.reading) isOrderNews = reader.learn(row.cells) || isOrderNews;
      waiting.set(element, entry);
    }
    // A value such as 25.04. settles the order of day and month for every row of its column.
    if (isOrderNews) addAll();
    for (const element of elements) {
      const entry = waiting.get(element);
      if (entry) judge(entry);
    }
    if (queue.size > 0 ? isDrawingDue() : waiting.size < MOST_AT_ONCE) drawWaiting();
  }

  /** Each time at least as many again as were drawn so far: a long list is laid out a few times only. */
  function isDrawingDue(): boolean {
    if (drawnRows === 0) return waiting.size >= FIRST_DRAWN;
    const isLate = performance.now() - drawnAtMs > LONGEST_WAIT_MS;
    return isLate || waiting.size >= Math.max(NEXT_DRAWN, drawnRows);
  }

  function addAll(): void {
    for (const [element, entry] of known) {
      entry.reading = null;
      entry.badge = null;
      if (!waiting.has(element)) add(element, entry.list);
    }
  }

  function drawWaiting(): void {
    const drawn = [...waiting];
    const entries = drawn.flatMap(([, entry]) => entry ?? []);
    const isCut = cutsOff(entries);
    drawnRows = queue.size > 0 ? drawnRows + waiting.size : 0;
    waiting.clear();
    watch.write(() => {
      for (const [element, entry] of drawn) {
        // It changed again since it was read.
        if (dirty.has(element)) continue;
        if (!entry) {
          known.get(element)?.element?.remove();
          known.delete(element);
        } else if (known.get(element) === entry) draw(entry);
      }
    });
    if (isCut) fitBadges(entries, watch.write);
    drawnAtMs = performance.now();
  }

  function judge(entry: KnownRow) {
    entry.reading ??= reader.expiry(entry.row.cells);
    entry.badge ??= reader.badge(entry.reading);
    return entry.badge;
  }

  function draw(entry: KnownRow): void {
    const badge = judge(entry);
    entry.element ??= createBadge(badge.state, theme());
    const { element, row } = entry;
    dress(element, badge, theme(), entry.mark);
    const home = homeOf(row.expiryCell);
    if (element.parentNode !== home || element.nextSibling?.nodeType === 1) home.append(element);
    onDraw(entry);
  }

  return {
    add,
    addAll,
    run,
    hold: (held) => {
      isHeld = held;
    },
    awaits: (row) => dirty.has(row) || waiting.has(row),
    clear: () => {
      generation++;
      isHeld = false;
      drawnRows = 0;
      for (const pending of [queue, waiting, dirty]) pending.clear();
    },
  };
}
