import * as dom from "./dom";

/** More nested shadow roots than any interface has. */
const MOST_ROOTS = 2_000;

/** The open shadow roots at or below a node, outermost first. */
export function shadowRootsIn(node: Node): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const open: Node[] = [node];
  for (let root = open.pop(); root && found.length < MOST_ROOTS; root = open.pop()) {
    const walker = dom.walkerOf(root, NodeFilter.SHOW_ELEMENT);
    for (let at: Node | null = walker.currentNode; at; at = walker.nextNode()) {
      const shadow = dom.shadowRoot(at as Element);
      if (!shadow) continue;
      found.push(shadow);
      open.push(shadow);
    }
  }
  return found;
}

/** `querySelectorAll` through several roots, document order within each. */
export function queryRoots(roots: Iterable<ParentNode>, selector: string): Element[] {
  const found: Element[] = [];
  for (const root of roots) found.push(...dom.querySelectorAll(root, selector));
  return found;
}
