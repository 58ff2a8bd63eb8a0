/**
 * The DOM read past whatever a page calls its fields: in `<form><input name="matches">` the form's
 * own `matches` is the input. Getters and methods are taken from the prototypes, where no name of
 * the page reaches. Each answers `undefined` for nothing, as `?.` does.
 */
type Maybe<N> = N | null | undefined;
type Nothing<N> = null extends N ? undefined : undefined extends N ? undefined : never;
type Method = (this: unknown, ...given: unknown[]) => unknown;

const ELEMENT = 1;
const DOCUMENT = 9;
const known = new Map<string, Method>();

/** Interfaces by the node types they belong to; the one that defines a name is asked. */
function holders(): [string, object][] {
  return [
    ["1", Element.prototype],
    ["9", Document.prototype],
    ["11", ShadowRoot.prototype],
    ["11", DocumentFragment.prototype],
    ["3", CharacterData.prototype],
    ["3", Text.prototype],
    ["", Node.prototype],
  ];
}

function lookUp(type: number, name: string): Method | undefined {
  const key = `${type} ${name}`;
  let found = known.get(key);
  if (found) return found;
  for (const [types, prototype] of holders()) {
    const property = Object.getOwnPropertyDescriptor(prototype, name);
    if (!property || (types !== "" && types !== String(type))) continue;
    found = (property.get ?? property.value) as Method;
    known.set(key, found);
    return found;
  }
  return undefined;
}

/** What is defined for nodes of every type, so that none needs to be asked for its type first. */
function ofNodes<V>(name: string) {
  let read: Method | undefined;
  return <N extends Maybe<Node>>(node: N): V | Nothing<N> => {
    if (!node) return undefined as Nothing<N>;
    read ??= Object.getOwnPropertyDescriptor(Node.prototype, name)?.get as Method;
    return read.call(node) as V;
  };
}

export const nodeType = ofNodes<number>("nodeType");

/** Asked tens of thousands of times for a long list, so what was looked up is kept by the node's type. */
function forType(name: string): (node: Node) => Method | undefined {
  const found: (Method | undefined)[] = [];
  return (node) => {
    const type = nodeType(node);
    found[type] ??= lookUp(type, name);
    return found[type];
  };
}

function getter<V>(name: string) {
  const ofType = forType(name);
  return <N extends Maybe<Node>>(node: N): V | Nothing<N> => {
    if (!node) return undefined as Nothing<N>;
    return ofType(node)?.call(node) as V;
  };
}

function method<G extends unknown[], V>(name: string) {
  const ofType = forType(name);
  return <N extends Maybe<Node>>(node: N, ...given: G): V | Nothing<N> => {
    if (!node) return undefined as Nothing<N>;
    return ofType(node)?.call(node, ...given) as V;
  };
}

export const parentElement = ofNodes<Element | null>("parentElement");
export const parentNode = ofNodes<ParentNode & Node>("parentNode") as (node: Node) => Node | null;
export const children = getter<HTMLCollection>("children");
export const childNodes = ofNodes<NodeListOf<ChildNode>>("childNodes");
export const firstChild = ofNodes<ChildNode | null>("firstChild");
export const childElementCount = getter<number>("childElementCount");
export const nextSibling = ofNodes<ChildNode | null>("nextSibling");
export const previousSibling = ofNodes<ChildNode | null>("previousSibling");
export const firstElementChild = getter<Element | null>("firstElementChild");
export const nextElementSibling = getter<Element | null>("nextElementSibling");
export const previousElementSibling = getter<Element | null>("previousElementSibling");
export const textContent = ofNodes<string | null>("textContent");
export const nodeValue = ofNodes<string | null>("nodeValue");
export const isConnected = ofNodes<boolean>("isConnected");
const ownerDocument = ofNodes<Document | null>("ownerDocument");
export const localName = getter<string>("localName");
export const tagName = getter<string>("tagName");
export const idOf = getter<string>("id");
export const matches = method<[selector: string], boolean>("matches");
export const closest = method<[selector: string], Element | null>("closest");
export const querySelector = method<[selector: string], Element | null>("querySelector");
export const getAttribute = method<[name: string], string | null>("getAttribute");
export const attributeNames = method<[], string[]>("getAttributeNames");
export const hasAttributes = method<[], boolean>("hasAttributes");
export const hasAttribute = method<[name: string], boolean>("hasAttribute");
export const contains = method<[other: Node | null], boolean>("contains");
export const getRootNode = method<[], Node>("getRootNode");
export const getBoundingClientRect = method<[], DOMRect>("getBoundingClientRect");

const ofShadow = forType("shadowRoot");
const ofSlot = forType("assignedSlot");
const ofVisibility = forType("checkVisibility");
const queryAll = method<[selector: string], NodeListOf<Element>>("querySelectorAll");

export function querySelectorAll<E extends Element = Element>(
  root: ParentNode,
  selector: string,
): NodeListOf<E> {
  return queryAll(root as ParentNode & Node, selector) as NodeListOf<E>;
}

/** Only elements have one; of everything else it is `null`. */
export function shadowRoot(node: Maybe<Node>): ShadowRoot | null {
  if (!node || nodeType(node) !== ELEMENT) return null;
  return (ofShadow(node)?.call(node) as ShadowRoot | undefined) ?? null;
}

export function assignedSlot(node: Node): HTMLSlotElement | null {
  return (ofSlot(node)?.call(node) as HTMLSlotElement | undefined) ?? null;
}

/** The host of a shadow root; `null` for any other node. */
export function hostOf(node: Maybe<Node>): Element | null {
  return node instanceof ShadowRoot ? node.host : null;
}

/** `null` where the browser cannot tell, as without layout. */
export function checkVisibility(
  element: Element,
  options?: CheckVisibilityOptions,
): boolean | null {
  const check = ofVisibility(element);
  return check ? (check.call(element, options) as boolean) : null;
}

export function walkerOf(node: Node, show: number): TreeWalker {
  const owner = nodeType(node) === DOCUMENT ? node : ownerDocument(node);
  return lookUp(DOCUMENT, "createTreeWalker")?.call(owner, node, show) as TreeWalker;
}

export function documentElement(): HTMLElement {
  return lookUp(DOCUMENT, "documentElement")?.call(document) as HTMLElement;
}

export function bodyOf(page: Document): HTMLElement | null {
  return lookUp(DOCUMENT, "body")?.call(page) as HTMLElement | null;
}

/** What a field holds; `null` for elements that hold nothing. */
export function fieldValue(element: Element): string | null {
  const isField =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement;
  return isField ? element.value : null;
}

/** Texts of a field's labels stand in these. */
export function labelsOf(element: Element): Element[] {
  const isField =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement;
  return isField ? [...(element.labels ?? [])] : [];
}
