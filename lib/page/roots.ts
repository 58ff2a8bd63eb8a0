/** More nested shadow roots than any interface has. */
const MOST_ROOTS = 2_000;

/** The open shadow roots at or below a node, outermost first. */
export function shadowRootsIn(node: Node): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const open: Node[] = [node];
  for (let root = open.pop(); root && found.length < MOST_ROOTS; root = open.pop()) {
    const walker = root.ownerDocument
      ? root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT)
      : (root as Document).createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    for (let at: Node | null = walker.currentNode; at; at = walker.nextNode()) {
      const shadow = (at as Element).shadowRoot;
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
  for (const root of roots) found.push(...root.querySelectorAll(selector));
  return found;
}
