import * as dom from "../../../lib/page/dom";
import { OURS } from "../../../lib/page/text";

const own = new WeakSet<Element>();

/** Remembers an element as made by us. */
export function asOwn<T extends Element>(element: T): T {
  own.add(element);
  return element;
}

/** Copies of our elements, made by a page that clones its rows or renders from its own HTML. */
export function copiesIn(added: Iterable<Element>): Element[] {
  return [...added].flatMap((element) =>
    [element, ...dom.querySelectorAll(element, OURS)].filter(
      (found) => dom.matches(found, OURS) && !own.has(found),
    ),
  );
}
