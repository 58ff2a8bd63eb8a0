import * as dom from "./dom";

/** More nested shadow roots than any interface has. */
const MOST_ROOTS = 2_000;

/** All but the elements that long pages are full of and that can have no shadow root. */
const MAY_HOST =
  ":not(table,thead,tbody,tr,th,td,ul,ol,li,a,b,i,button,input,label,option,svg,path)";

/** The open shadow roots at or below a node, outermost first. */
export function shadowRootsIn(node: Node): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const open: Node[] = [node];
  for (let root = open.pop(); root && found.length < MOST_ROOTS; root = open.pop()) {
    for (const at of [root, ...dom.querySelectorAll(root as ParentNode & Node, MAY_HOST)]) {
      const shadow = dom.shadowRoot(at);
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
