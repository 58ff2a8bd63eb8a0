import { isDisabled } from "./creation-controls";
import type { KeyList } from "./key-list";
import { queryRoots } from "./roots";
import { closestAcross, flatParent, fold, isShown, labelAttributes, OURS, textOf } from "./text";

const PRESSABLE = "button,a[href],[role=button],[role=link]";
const PAGER =
  /^(?:go to )?(?:next|previous|prev|last|first|nächste|vorherige|letzte|erste|suivante?|siguiente|successiva|volgende)(?: (?:page|seite|page suivante|página|pagina))?$|^(?:[›»‹«→←]|>|<)$|^(?:load|show|view) (?:\d+ )?more(?: (?:api )?(?:keys|rows|entries|results))?$|^mehr (?:laden|anzeigen)$/;
const RANGE = /(\d+)\s*[–—-]\s*(\d+)\s*(?:of|von|\/|de|di|van|z)\s*(\d+)/;
/** Where a range may stand. A long list has as many badges as rows, and none of them counts. */
const COUNTS = `:is(span,div,p,li,caption,output):not(${OURS})`;
const SEARCH = "input[type=search],[role=searchbox],input[type=text],input:not([type])";
const SEARCHES = /\b(?:search|filter|find|suche?n?|filtern)\b/;
/** What may stand in a scroller besides its rows. */
const BESIDES_PX = 240;

/**
 * Whether the rows on screen are all the console has: no other page, nothing filtered away, nothing
 * left to be scrolled to. When unsure, no: "not in the list" must not be said of a part of it.
 *
 * @param rowsOf - The key rows of a list at this moment, in page order.
 */
export function isWholeList(
  roots: ParentNode[],
  lists: KeyList[],
  rowsOf = (list: KeyList) => list.rows().filter((row) => list.read(row) !== null),
): boolean {
  if (lists.length === 0) return false;
  const isFiltered = queryRoots(roots, SEARCH).some(
    (field) =>
      (field as HTMLInputElement).value?.trim() &&
      isShown(field) &&
      (field.matches("[type=search],[role=searchbox]") ||
        labelAttributes(field).some((label) => SEARCHES.test(fold(label)))),
  );
  return (
    !isFiltered && !hasOtherPages(roots) && lists.every((list) => isAllDrawn(list, rowsOf(list)))
  );
}

function hasOtherPages(roots: ParentNode[]): boolean {
  const pagers = queryRoots(roots, PRESSABLE).filter((control) => {
    // A button that holds a picture alone may be named by the entry of the pager it stands in.
    const entry = control.closest("li");
    const label =
      labelAttributes(control)[0] ??
      (textOf(control) || (entry ? (labelAttributes(entry)[0] ?? "") : ""));
    return label.length < 40 && PAGER.test(fold(label)) && isShown(control);
  });
  const isOff = (control: Element) =>
    isDisabled(control) || control.closest("li[aria-disabled=true]") !== null;
  if (pagers.some((control) => !isOff(control)) || isNumbered(roots)) return true;
  return queryRoots(roots, COUNTS).some((element) => {
    if (element.childElementCount > 0) return false;
    const [, from, to, all] = RANGE.exec(textOf(element).slice(0, 80)) ?? [];
    return all !== undefined && Number(to) - Number(from) + 1 < Number(all) && isShown(element);
  });
}

/** Pages to be chosen by their numbers, side by side, the first two in any case. */
function isNumbered(roots: ParentNode[]): boolean {
  return queryRoots(roots, "a,button,[role=button],li").some((one) => {
    if (one.textContent?.trim() !== "1" || one.closest("table,[role=grid]")) return false;
    const entry = one.closest("li") ?? one;
    const next = entry.nextElementSibling;
    return next?.textContent?.trim() === "2" && isShown(next);
  });
}

function isAllDrawn(list: KeyList, rows: Element[]): boolean {
  const [first] = rows;
  const last = rows.at(-1);
  if (!first || !last) return false;
  const counted = closestAcross(list.root, "[aria-rowcount]") ?? list.root;
  const count = Number(counted.getAttribute("aria-rowcount") ?? 0);
  // A header or two may be counted as well.
  if (count < 0 || count > rows.length + 2) return false;
  const scroller = scrollerAround(last);
  if (!scroller) return true;
  const covered = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
  const isAtEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2;
  // A list that grows while one scrolls shows its end only there.
  return isAtEnd && scroller.scrollHeight - covered < BESIDES_PX;
}

function scrollerAround(row: Element): Element | null {
  for (let at = flatParent(row); at && at !== document.body; at = flatParent(at)) {
    const scrolls = /auto|scroll|overlay/.test(getComputedStyle(at).overflowY);
    if (scrolls && at.scrollHeight > at.clientHeight + 4) return at;
  }
  return null;
}
