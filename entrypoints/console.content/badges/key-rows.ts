import { findKeyLists, type KeyList } from "../../../lib/page/key-list";
import type { RowMark } from "../../../lib/tasks/mark-rows";
import { type Theme, themeOf } from "../drawing/page-theme";
import type { PageChanges, PageWatch } from "../page-watch";
import { createBadgeClock } from "./badge-clock";
import { dress } from "./badge-look";
import { type ColumnReader, headersOf } from "./column-reader";
import { isOutdated, type KnownRow } from "./known-row";
import { isAbove, isSameList, placeOf } from "./row-places";
import { createRowWork } from "./row-work";
import { inSlices } from "./slices";

export interface KeyRows {
  /** Looks for the lists anew, keeping what is still the same. */
  discover(): void;
  /** Follows changes of the page; `true` when the lists themselves may have changed. */
  follow(changes: PageChanges): boolean;
  /** Something at a node changed and cannot be followed yet: a badge there that may be wrong by now goes. */
  doubt(node: Node): void;
  lists(): KeyList[];
  all(): KnownRow[];
  /** What the vault says of rows; of those that are about another key by now, nothing is taken. */
  mark(rows: KnownRow[], marks: (RowMark | null)[] | null): void;
  clear(): void;
}

/**
 * Keeps one badge in every visible key row. Work follows what changed: a changed row is read and
 * drawn alone, unless it settles how the dates of the whole column are to be read.
 */
export function keepKeyRows(watch: PageWatch, reader: ColumnReader, onDrawn: () => void): KeyRows {
  const known = new Map<Element, KnownRow>();
  let lists: KeyList[] = [];
  let theme: Theme = "light";
  const clock = createBadgeClock(refresh);
  const work = createRowWork({
    watch,
    reader,
    known,
    isListed: (list) => lists.includes(list),
    theme: () => theme,
    onDraw: ({ badge }) => clock.ringBy(badge?.changesAtMs ?? null),
    onDone: onDrawn,
  });

  function discover(): void {
    work.hold(false);
    const found = findKeyLists(watch.roots());
    const kept = found.map((list) => lists.find((old) => isSameList(old, list)) ?? list);
    const lost = lists.filter((list) => !kept.includes(list));
    lists = kept;
    if (lost.length > 0 && found.length > 0) reader.reset();
    if (reader.setHeaders(headersOf(found))) work.addAll();
    const present = new Set<Element>();
    for (const list of kept) {
      for (const row of list.rows()) {
        present.add(row);
        if (known.get(row)?.list !== list) work.add(row, list);
      }
    }
    for (const element of [...known.keys()]) if (!present.has(element)) forget(element);
    const themed = lists[0]?.root;
    if (themed) setTheme(themeOf(themed));
    work.run();
  }

  function follow(changes: PageChanges): boolean {
    if (changes.everything) {
      for (const [element, entry] of known) {
        work.add(element, entry.list);
        doubtRow(entry);
      }
      work.hold(true);
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
      else if (place === "header") {
        work.hold(true);
        isUnclear = true;
      } else if (place) {
        rows.push(place.row);
        work.add(place.row, place.list);
      } else if (changes.added.has(node as Element)) isUnclear = true;
    }
    work.run();
    // What a longer work has not come to yet must not go on saying what is no longer true.
    for (const row of rows) {
      const entry = work.awaits(row) ? known.get(row) : undefined;
      if (entry) doubtRow(entry);
    }
    return isUnclear;
  }

  function doubt(node: Node): void {
    const place = known.size > 0 ? placeOf(node, known, lists) : null;
    const entry = place && typeof place === "object" ? known.get(place.row) : undefined;
    if (entry) doubtRow(entry);
    else if (place === "header") work.hold(true);
  }

  function doubtRow(entry: KnownRow): void {
    const { element } = entry;
    if (element?.isConnected && isOutdated(entry)) watch.write(() => element.remove());
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
      work.add(element, entry.list);
    }
    work.run();
  }

  function setTheme(next: Theme): void {
    if (next === theme) return;
    theme = next;
    for (const [element, entry] of known) work.add(element, entry.list);
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
    mark: (rows, marks) => {
      rows.forEach((entry, index) => {
        entry.mark = marks?.[index] ?? null;
      });
      const dressed = (entries: KnownRow[]) =>
        watch.write(() => {
          for (const entry of entries) {
            // The answer took a while: the row may be about another key by now, in the same badge.
            if (known.get(entry.row.element) !== entry) continue;
            if (entry.badge && entry.element) dress(entry.element, entry.badge, theme, entry.mark);
          }
        });
      void inSlices(new Set(rows), () => false, dressed);
    },
    clear: () => {
      clock.stop();
      work.clear();
      for (const element of [...known.keys()]) forget(element);
      lists = [];
    },
  };
}
