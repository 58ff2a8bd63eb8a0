import type { FindingReason } from "../messages";
import * as dom from "./dom";
import { queryRoots } from "./roots";
import { closestAcross, DIALOGS, fold, isShown, textOf } from "./text";
import {
  API_KEYS_HEADING,
  API_KEYS_PATH,
  DOCUMENTATION,
  MENTIONS_API_KEY,
  OTHER_SUBJECT,
} from "./wording";

export interface PageIdentity {
  isApiKeysPage: boolean;
  /** What decided. */
  by: FindingReason;
  /** Whether the address alone says so. */
  byPath: boolean;
  /** The heading that names keys, if there is one. */
  heading: string | null;
}

const HEADINGS = "h1,h2,h3,[role=heading]";
/** Headings here name a menu, a dialog or another entry, not the page. */
const ASIDE = `nav,aside,footer,[role=navigation],[role=menu],${DIALOGS}`;
const MOST_HEADINGS = 60;

/**
 * Whether this is the console's API Keys page. The path speaks first, a visible heading may
 * contradict it (while one view replaces another), and a heading alone is enough on a new path.
 *
 * @param roots - The document and its open shadow roots.
 * @param path - Path and fragment of the address.
 * @param isSettled - The address has stood for a while: a heading that names something else is then no
 * view on its way out, but the console's own name or somebody's ("Partner Portal").
 */
export function identifyPage(
  roots: Iterable<ParentNode>,
  path: string,
  isSettled = false,
): PageIdentity {
  const headings = visibleHeadings(roots);
  const heading = headings.find(({ words }) => namesKeys(words))?.text ?? null;
  const address = readable(path);
  const addressWords = fold(address.replace(/[/#?_=&-]+/g, " "));
  if (DOCUMENTATION.test(addressWords))
    return { isApiKeysPage: false, by: "documentation-address", byPath: false, heading };
  if (API_KEYS_PATH.test(address)) {
    const other = headings.find(({ level }) => level === 1)?.words ?? "";
    const isLeaving = !isSettled && !heading && other.length <= 40 && namesOther(other);
    return isLeaving
      ? { isApiKeysPage: false, by: "other-heading", byPath: true, heading }
      : {
          isApiKeysPage: true,
          by: heading === null ? "address" : "heading",
          byPath: true,
          heading,
        };
  }
  const isNamed = heading !== null && !namesOther(addressWords);
  return {
    isApiKeysPage: isNamed,
    by: isNamed ? "heading" : "no-keys-heading",
    byPath: false,
    heading,
  };
}

function namesKeys(words: string): boolean {
  return API_KEYS_HEADING.test(words) && !DOCUMENTATION.test(words) && !OTHER_SUBJECT.test(words);
}

function namesOther(words: string): boolean {
  return OTHER_SUBJECT.test(words) && !MENTIONS_API_KEY.test(words);
}

function visibleHeadings(roots: Iterable<ParentNode>) {
  return queryRoots(roots, HEADINGS)
    .slice(0, MOST_HEADINGS)
    .filter((element) => !closestAcross(element, ASIDE) && isShown(element))
    .map((element) => {
      const text = textOf(element).slice(0, 120);
      return { text, words: fold(text), level: levelOf(element) };
    });
}

function levelOf(heading: Element): number {
  return Number(
    dom.getAttribute(heading, "aria-level") ?? /^H([1-6])$/.exec(dom.tagName(heading))?.[1] ?? 2,
  );
}

function readable(path: string): string {
  try {
    return decodeURIComponent(path.slice(0, 500));
  } catch (error) {
    if (error instanceof URIError) return path.slice(0, 500);
    throw error;
  }
}
