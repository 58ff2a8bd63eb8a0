import type { VaultMark } from "../../lib/messages";
import { findKeyLists, type KeyList } from "../../lib/page/key-list";
import { createBadgeClock } from "./badge-clock";
import { fitBadges } from "./badge-fit";
import { createBadge, dress } from "./badge-look";
import type { ColumnReader } from "./column-reader";
import { homeOf, isOutdated, type KnownRow, knownRow } from "./known-row";
import { type Theme, themeOf } from "./page-theme";
import type { PageChanges, PageWatch } from "./page-watch";
import { isAbove, isSameList, placeOf } from "./row-places";
import { inSlices } from "./slices";

/** Rows drawn first, so that something shows at once, and rows drawn at most in one go. */
const FIRST_DRAWN = 100;
const MOST_DRAWN = 1_000;

export interface KeyRows {
  /** Looks for the lists anew, keeping what is still the same. */
  discover(): void;
  /** Follows changes of the page; `true` when the lists themselves may have changed. */
  follow(changes: PageChanges): boolean;
  /** Something at a node changed and cannot be followed yet: a badge there that may be wrong by now goes. */
  doubt(node: Node): void;
  lists(): KeyList[];
  all(): KnownRow[];
  /** Rows drawn since the last call, for whoever asks the vault about them. */
  mark(rows: KnownRow[], marks: (VaultMark | null)[] | null): void;
  clear(): void;
}

/**
 * Keeps one badge in every visible key row. Work follows what changed: a changed row is read and
 * drawn alone, unless it settles how the dates of the whole column are to be read.
 */
export function keepKeyRows(watch: PageWatch, reader: ColumnReader, onDrawn: () => void): KeyRows {
  const known = new Map<Element, KnownRow>();
  const dirty = new Map<Element, KeyList>();
  const queue = new Set<Element>();
  /** Read and not drawn yet; `null` for a row that is none any more. */
  const waiting = new Map<Element, KnownRow | null>();
  let drawAt = FIRST_DRAWN;
  let lists: KeyList[] = [];
  let theme: Theme = "light";
  let generation = 0;
  let isWorking = false;
  /** The headers changed: what stands below them is read only once they are understood again. */
  let isHeld = false;
  const clock = createBadgeClock(refresh);

  function discover(): void {
    isHeld = false;
    const found = findKeyLists(watch.roots());
    const kept = found.map((list) => lists.find((old) => isSameList(old, list)) ?? list);
    const lost = lists.filter((list) => !kept.includes(list));
    lists = kept;
    if (lost.length > 0 && found.length > 0) reader.reset();
    if (reader.setHeaders(found.flatMap(({ columns }) => Object.values(columns)))) redraw();
    const present = new Set<Element>();
    for (const list of kept) {
      for (const row of list.rows()) {
        present.add(row);
        if (known.get(row)?.list !== list) soil(row, list);
      }
    }
    for (const element of [...known.keys()]) if (!present.has(element)) forget(element);
    const themed = lists[0]?.root;
    if (themed) setTheme(themeOf(themed));
    work();
  }

  function follow(changes: PageChanges): boolean {
    if (changes.everything) {
      for (const [element, entry] of known) {
        soil(element, entry.list);
        doubtRow(entry);
      }
      isHeld = true;
      return true;
    }
    let isUnclear = lists.length === 0;
    for (const node of changes.removed) {
      if (known.has(node) && !node.isConnected) forget(node);
      else if (!node.isConnected && node.childElementCount > 0) isUnclear = sweep() || isUnclear;
    }
    const rows: Element[] = [];
    for (const node of [...changes.touched, ...changes.added]) {
      if (!node.isConnected) continue;
      const place = placeOf(node, known, lists);
      if (place === "elsewhere")
        isUnclear ||= changes.added.has(node as Element) || isAbove(node, lists);
      else if (place === "header") isUnclear = isHeld = true;
      else if (place) rows.push(place.row) && soil(place.row, place.list);
      else if (changes.added.has(node as Element)) isUnclear = true;
    }
    work();
    // What a longer work has not come to yet must not go on saying what is no longer true.
    for (const row of rows) {
      const entry = dirty.has(row) || waiting.has(row) ? known.get(row) : undefined;
      if (entry) doubtRow(entry);
    }
    return isUnclear;
  }

  function doubt(node: Node): void {
    const place = known.size > 0 ? placeOf(node, known, lists) : null;
    const entry = place && typeof place === "object" ? known.get(place.row) : undefined;
    if (entry) doubtRow(entry);
    else if (place === "header") isHeld = true;
  }

  function doubtRow(entry: KnownRow): void {
    const { element } = entry;
    if (element?.isConnected && isOutdated(entry)) watch.write(() => element.remove());
  }

  function soil(row: Element, list: KeyList): void {
    dirty.set(row, list);
    queue.add(row);
  }

  function work(): void {
    if (isWorking || isHeld || queue.size === 0) return;
    isWorking = true;
    const mine = generation;
    const isOver = () => generation !== mine || isHeld;
    void inSlices(queue, isOver, drawPortion).finally(() => {
      isWorking = false;
      if (generation === mine) onDrawn();
      work();
    });
  }

  /** Rows are read in small portions and drawn in growing ones: each drawing makes the page lay itself out. */
  function drawPortion(elements: Element[]): void {
    let isOrderNews = false;
    for (const element of elements) {
      const list = dirty.get(element);
      dirty.delete(element);
      if (!list || !lists.includes(list)) continue;
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
    if (isOrderNews) redraw();
    for (const element of elements) {
      const entry = waiting.get(element);
      if (!entry) continue;
      entry.reading ??= reader.expiry(entry.row.cells);
      entry.badge ??= reader.badge(entry.reading);
    }
    if (queue.size > 0 && waiting.size < drawAt) return;
    drawAt = queue.size > 0 ? Math.min(MOST_DRAWN, 4 * drawAt) : FIRST_DRAWN;
    drawWaiting();
  }

  function drawWaiting(): void {
    const drawn = [...waiting];
    waiting.clear();
    watch.write(() => {
      for (const [element, entry] of drawn) {
        if (dirty.has(element)) continue;
        if (!entry) remove(element);
        else if (known.get(element) === entry) draw(entry);
      }
    });
    fitBadges(
      drawn.flatMap(([, entry]) => entry ?? []),
      watch.write,
    );
  }

  function draw(entry: KnownRow): void {
    entry.reading ??= reader.expiry(entry.row.cells);
    entry.badge ??= reader.badge(entry.reading);
    entry.element ??= createBadge(entry.badge.state, theme);
    const { element, badge, row } = entry;
    dress(element, badge, theme, entry.mark);
    const home = homeOf(row.expiryCell);
    if (element.parentNode !== home || element.nextSibling?.nodeType === 1) home.append(element);
    clock.ringBy(badge.changesAtMs);
  }

  function redraw(): void {
    for (const [element, entry] of known) {
      entry.reading = null;
      entry.badge = null;
      if (!waiting.has(element)) soil(element, entry.list);
    }
  }

  /** Words that time has changed, and only those. */
  function refresh(): void {
    const nowMs = Date.now();
    for (const [element, entry] of known) {
      const changesAtMs = entry.badge?.changesAtMs ?? null;
      if (changesAtMs === null || changesAtMs > nowMs) {
        clock.ringBy(changesAtMs);
        continue;
      }
      entry.badge = null;
      soil(element, entry.list);
    }
    work();
  }

  function setTheme(next: Theme): void {
    if (next === theme) return;
    theme = next;
    for (const [element, entry] of known) soil(element, entry.list);
  }

  function sweep(): boolean {
    for (const element of [...known.keys()]) if (!element.isConnected) forget(element);
    return lists.some(({ root }) => !root.isConnected);
  }

  function forget(element: Element): void {
    watch.write(() => remove(element));
  }

  function remove(element: Element): void {
    known.get(element)?.element?.remove();
    known.delete(element);
  }

  return {
    discover,
    follow,
    doubt,
    lists: () => lists,
    all: () => [...known.values()],
    mark: (rows, marks) =>
      watch.write(() => {
        rows.forEach((entry, index) => {
          entry.mark = marks?.[index] ?? null;
          if (entry.badge && entry.element) dress(entry.element, entry.badge, theme, entry.mark);
        });
      }),
    clear: () => {
      generation++;
      clock.stop();
      isHeld = false;
      for (const pending of [queue, waiting, dirty]) pending.clear();
      for (const element of [...known.keys()]) forget(element);
      lists = [];
    },
  };
}
