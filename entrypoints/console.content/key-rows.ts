import type { Badge } from "../../lib/keys/badge";
import type { ExpiryReading } from "../../lib/keys/expiry-reading";
import type { VaultMark } from "../../lib/messages";
import { findKeyLists, type KeyList, type KeyRow } from "../../lib/page/key-list";
import { flatParent } from "../../lib/page/text";
import { fitBadges } from "./badge-fit";
import { createBadge, dress, type Theme, themeOf } from "./badge-look";
import type { ColumnReader } from "./column-reader";
import type { PageChanges, PageWatch } from "./page-watch";
import { inSlices } from "./slices";

/** One key row at present and the badge it wears. */
export interface KnownRow {
  list: KeyList;
  row: KeyRow;
  /** Texts of the row as read last, to see whether it is still about the same key. */
  print: string;
  /** `null` until it is drawn for the first time. */
  element: HTMLElement | null;
  reading: ExpiryReading | null;
  badge: Badge | null;
  mark: VaultMark | null;
}

const MOST_TIMEOUT_MS = 6 * 3_600_000;

/** Rows drawn first, so that something shows at once, and rows drawn at most in one go. */
const FIRST_DRAWN = 100;
const MOST_DRAWN = 1_000;

export interface KeyRows {
  /** Looks for the lists anew, keeping what is still the same. */
  discover(): void;
  /** Follows changes of the page; `true` when the lists themselves may have changed. */
  follow(changes: PageChanges): boolean;
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
  let wake: ReturnType<typeof setTimeout> | undefined;
  let wakeAtMs = Number.POSITIVE_INFINITY;
  let generation = 0;
  let isWorking = false;

  function discover(): void {
    const found = findKeyLists(watch.roots());
    const kept = found.map((list) => lists.find((old) => isSame(old, list)) ?? list);
    const lost = lists.filter((list) => !kept.includes(list));
    lists = kept;
    if (lost.length > 0 && found.length > 0) reader.reset();
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
      for (const [element, entry] of known) soil(element, entry.list);
      work();
      return true;
    }
    let isUnclear = lists.length === 0;
    for (const node of changes.removed) {
      if (known.has(node) && !node.isConnected) forget(node);
      else if (!node.isConnected && node.childElementCount > 0) isUnclear = sweep() || isUnclear;
    }
    for (const node of [...changes.touched, ...changes.added]) {
      if (!node.isConnected) continue;
      const place = placeOf(node);
      if (place === "elsewhere") isUnclear ||= changes.added.has(node as Element) || isAbove(node);
      else if (place === "header") isUnclear = true;
      else if (place) soil(place.row, place.list);
      else if (changes.added.has(node as Element)) isUnclear = true;
    }
    work();
    return isUnclear;
  }

  /** The row a node belongs to; `null` inside a list but in no row. */
  function placeOf(node: Node): { row: Element; list: KeyList } | "header" | "elsewhere" | null {
    for (let at: Node | null = node; at; at = flatParent(at)) {
      const entry = known.get(at as Element);
      if (entry) return { row: at as Element, list: entry.list };
      const list = lists.find(({ root, headerRoot }) => root === at || headerRoot === at);
      if (!list) continue;
      if (list.headerRoot === at && list.headerRoot !== list.root) return "header";
      const row = list.rowAround(node);
      if (row) return { row, list };
      return list.headerRoot?.contains(node) ? "header" : null;
    }
    return "elsewhere";
  }

  function isAbove(node: Node): boolean {
    const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
    return (
      element?.matches("h1,h2,h3,[role=heading],th") === true ||
      lists.some(({ root }) => node.contains(root))
    );
  }

  function soil(row: Element, list: KeyList): void {
    dirty.set(row, list);
    queue.add(row);
  }

  function work(): void {
    if (isWorking || queue.size === 0) return;
    isWorking = true;
    const mine = generation;
    void inSlices(queue, () => generation !== mine, drawPortion).finally(() => {
      isWorking = false;
      if (generation === mine) onDrawn();
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
      const entry = remember(list, row);
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
    const drawn = [...waiting];
    waiting.clear();
    watch.write(() => {
      for (const [element, entry] of drawn) {
        if (!entry) remove(element);
        else if (known.get(element) === entry) draw(entry);
      }
    });
    fitBadges(
      drawn.flatMap(([, entry]) => entry ?? []),
      watch.write,
    );
  }

  function remember(list: KeyList, row: KeyRow): KnownRow {
    const print = JSON.stringify([row.cells, row.description]);
    const old = known.get(row.element);
    if (old && old.print === print) return Object.assign(old, { row, list });
    const entry: KnownRow = {
      list,
      row,
      print,
      element: old?.element ?? null,
      reading: null,
      badge: null,
      mark: null,
    };
    known.set(row.element, entry);
    return entry;
  }

  function draw(entry: KnownRow): void {
    entry.reading ??= reader.expiry(entry.row.cells);
    entry.badge ??= reader.badge(entry.reading);
    entry.element ??= createBadge(entry.badge.state, theme);
    const { element, badge, row } = entry;
    dress(element, badge, theme, entry.mark);
    const home = homeOf(row.expiryCell);
    if (element.parentNode !== home || element.nextSibling?.nodeType === 1) home.append(element);
    wakeBy(badge.changesAtMs);
  }

  function redraw(): void {
    for (const [element, entry] of known) {
      entry.reading = null;
      entry.badge = null;
      if (!waiting.has(element)) soil(element, entry.list);
    }
  }

  function wakeBy(atMs: number | null): void {
    if (atMs === null || atMs >= wakeAtMs) return;
    wakeAtMs = atMs;
    clearTimeout(wake);
    wake = setTimeout(refresh, Math.min(MOST_TIMEOUT_MS, Math.max(0, atMs - Date.now())));
  }

  /** Words that time has changed, and only those. */
  function refresh(): void {
    wakeAtMs = Number.POSITIVE_INFINITY;
    const nowMs = Date.now();
    for (const [element, entry] of known) {
      const changesAtMs = entry.badge?.changesAtMs ?? null;
      if (changesAtMs === null) continue;
      if (changesAtMs > nowMs) {
        wakeBy(changesAtMs);
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
    for (const element of known.keys()) if (!element.isConnected) forget(element);
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
      clearTimeout(wake);
      wakeAtMs = Number.POSITIVE_INFINITY;
      queue.clear();
      waiting.clear();
      dirty.clear();
      for (const element of [...known.keys()]) forget(element);
      lists = [];
    },
  };
}

/** A cell that is a web component shows only what stands in its shadow tree. */
function homeOf(cell: Element): ParentNode {
  const isSlotted = cell.shadowRoot?.querySelector("slot:not([name])");
  return cell.shadowRoot && !isSlotted ? cell.shadowRoot : cell;
}

function isSame(a: KeyList, b: KeyList): boolean {
  return (
    a.root === b.root &&
    a.root.isConnected &&
    a.shape === b.shape &&
    a.headerRoot === b.headerRoot &&
    a.signature === b.signature
  );
}
