import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** Up to here all rows are drawn: the browser copes, and its own search finds them. */
const DRAWN_WHOLE = 150;
const MARGIN_ROWS = 12;

/**
 * A list of rows of equal height. Of a long one only what can be seen is drawn, in a box as high as
 * all of it, so that thousands of rows scroll like ten; each row still says which of how many it is.
 */
export function Rows<T>({
  label,
  items,
  rowHeight,
  keyOf,
  children,
}: {
  /** Accessible name of the list. */
  label: string;
  items: readonly T[];
  /** CSS pixels. */
  rowHeight: number;
  keyOf: (item: T, index: number) => string;
  children: (item: T) => ComponentChildren;
}) {
  const list = useRef<HTMLUListElement>(null);
  const isWhole = items.length <= DRAWN_WHOLE;
  const [seen, setSeen] = useState({ from: 0, to: DRAWN_WHOLE });

  useLayoutEffect(() => {
    const element = list.current;
    if (!element || isWhole) return;
    const look = () => {
      const above = -element.getBoundingClientRect().top;
      // In steps of the margin, so that not every row that passes draws the list anew.
      const step = (row: number) => Math.floor(row / MARGIN_ROWS) * MARGIN_ROWS;
      const from = Math.max(0, step(above / rowHeight) - MARGIN_ROWS);
      const to = step((above + innerHeight) / rowHeight) + 2 * MARGIN_ROWS;
      setSeen((old) => (old.from === from && old.to === to ? old : { from, to }));
    };
    look();
    // Captured on the document: whichever ancestor scrolls, its event passes here.
    document.addEventListener("scroll", look, { capture: true, passive: true });
    addEventListener("resize", look);
    return () => {
      document.removeEventListener("scroll", look, { capture: true });
      removeEventListener("resize", look);
    };
  }, [isWhole, rowHeight]);

  const from = isWhole ? 0 : Math.min(seen.from, Math.max(0, items.length - 1));
  const drawn = isWhole ? items : items.slice(from, seen.to);
  const below = isWhole ? 0 : Math.max(0, items.length - seen.to);
  return (
    <ul
      ref={list}
      class="rows"
      aria-label={label}
      style={
        isWhole
          ? undefined
          : { paddingTop: `${from * rowHeight}px`, paddingBottom: `${below * rowHeight}px` }
      }
    >
      {drawn.map((item, index) => (
        <li
          key={keyOf(item, from + index)}
          class="rows-row"
          style={{ height: `${rowHeight}px` }}
          aria-setsize={items.length}
          aria-posinset={from + index + 1}
        >
          {children(item)}
        </li>
      ))}
    </ul>
  );
}
