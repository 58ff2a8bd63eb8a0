type Child = Node | string | null | false;

interface Props {
  class?: string | undefined;
  /** Listeners by event name. */
  on?: Record<string, (event: Event) => void>;
  [attribute: string]: unknown;
}

/** Makes an element. `true` sets an empty attribute; `false`, `null` and `undefined` set none. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === "on") continue;
    if (value === false || value === null || value === undefined) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const [event, listener] of Object.entries(props.on ?? {})) {
    // As a plain element: kits of other variants narrow the events of their own ones.
    (element as HTMLElement).addEventListener(event, listener);
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

let lastId = 0;

/** An id nothing else on the page has. */
export function freshId(): string {
  lastId += 1;
  return `c${lastId}`;
}
