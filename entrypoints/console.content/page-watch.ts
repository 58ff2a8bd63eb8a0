import * as dom from "../../lib/page/dom";
import { shadowRootsIn } from "../../lib/page/roots";
import { OURS } from "../../lib/page/text";

/** What changed in the page since the last time; our own elements and writes never count. */
export interface PageChanges {
  /** Nodes whose text, attributes or children changed. */
  touched: Set<Node>;
  added: Set<Element>;
  removed: Set<Element>;
  /** Too much changed to be listed: look at everything again. */
  everything: boolean;
}

export interface PageWatch {
  /** The document and every open shadow root met so far. */
  roots(): ParentNode[];
  /** Makes changes of our own without being told about them. */
  write(change: () => void): void;
  stop(): void;
}

const ATTRIBUTES = [
  "class",
  "style",
  "hidden",
  "open",
  "lang",
  "datetime",
  "title",
  "data-tooltip",
  "aria-label",
  "aria-colindex",
  "aria-expanded",
  "type",
  "value",
  "inert",
  "data-theme",
];
const MOST_NODES = 4_000;
const LEAST_PAUSE_MS = 1;
const MOST_PAUSE_MS = 300;
/** Of the time that passes, the answers to changes take at most one part in so many. */
const SHARE = 5;

/**
 * Watches the document and its open shadow roots. A change is told before the page is painted with
 * it, unless the answers to changes took much of the time lately: then changes are gathered, so
 * that a page in uproar cannot keep us busy.
 *
 * @param onDelay - A node changed and will be told later.
 */
export function watchPage(
  onChange: (changes: PageChanges) => void,
  onDelay: (node: Node) => void,
): PageWatch {
  const observer = new MutationObserver((records) => {
    if (!gather(records)) return;
    if (timer === undefined && performance.now() >= freeAtMs) tell();
    else delay(records);
  });
  const roots = new Set<ParentNode>();
  /** Custom elements may open their shadow root long after they were added. */
  const late = new Set<WeakRef<Element>>();
  let changes = nothing();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let freeAtMs = 0;

  function observe(root: ParentNode & Node): void {
    if (roots.has(root)) return;
    roots.add(root);
    observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: ATTRIBUTES,
    });
  }

  function discoverRoots(node: Node): void {
    for (const shadow of shadowRootsIn(node)) observe(shadow);
    if (dom.nodeType(node) !== 1) return;
    for (const element of [
      node as Element,
      ...dom.querySelectorAll(node as Element, ":not(:defined)"),
    ]) {
      if (late.size < 500 && dom.localName(element).includes("-") && !dom.shadowRoot(element))
        late.add(new WeakRef(element));
    }
  }

  /** @returns whether there is something to tell. */
  function gather(records: MutationRecord[]): boolean {
    for (const record of records) {
      if (changes.touched.size + changes.added.size + changes.removed.size > MOST_NODES) {
        changes = { ...nothing(), everything: true };
      }
      note(record);
    }
    return changes.everything || changes.touched.size > 0;
  }

  function delay(records: MutationRecord[]): void {
    timer ??= setTimeout(tell, Math.max(0, freeAtMs - performance.now()));
    for (const target of new Set(records.map((record) => record.target))) onDelay(target);
  }

  function note({ type, target, addedNodes, removedNodes }: MutationRecord): void {
    const element = dom.nodeType(target) === 1 ? (target as Element) : dom.parentElement(target);
    if (dom.closest(element, OURS)) return;
    let isTheirs = type !== "childList";
    for (const node of addedNodes) {
      // Copies of ours that the page made are told as well, so that they can be taken away.
      if (dom.nodeType(node) === 1) changes.added.add(node as Element);
      isTheirs = true;
    }
    for (const node of removedNodes) {
      if (dom.nodeType(node) === 1) changes.removed.add(node as Element);
      isTheirs = true;
    }
    if (isTheirs) changes.touched.add(target);
  }

  function tell(): void {
    const startedAtMs = performance.now();
    clearTimeout(timer);
    timer = undefined;
    const told = changes;
    changes = nothing();
    if (told.everything) discoverRoots(document);
    for (const element of told.added) if (dom.isConnected(element)) discoverRoots(element);
    for (const reference of late) {
      const shadow = dom.shadowRoot(reference.deref());
      if (!shadow && dom.isConnected(reference.deref())) continue;
      late.delete(reference);
      if (shadow) observe(shadow);
    }
    for (const root of roots)
      if (root !== document && !dom.isConnected((root as ShadowRoot).host)) roots.delete(root);
    onChange(told);
    const tookMs = performance.now() - startedAtMs;
    freeAtMs =
      performance.now() + Math.min(MOST_PAUSE_MS, Math.max(LEAST_PAUSE_MS, (SHARE - 1) * tookMs));
  }

  observe(document);
  discoverRoots(document);
  return {
    roots: () => [...roots],
    write: (change) => {
      const records = observer.takeRecords();
      // Told later: a write of ours may be the answer to other changes.
      if (gather(records) && records.length > 0) delay(records);
      change();
      observer.takeRecords();
    },
    stop: () => {
      observer.disconnect();
      clearTimeout(timer);
      roots.clear();
    },
  };
}

function nothing(): PageChanges {
  return { touched: new Set(), added: new Set(), removed: new Set(), everything: false };
}
