import type { PageReport } from "../messages";
import type { PageIdentity } from "./api-keys-page";
import type { KeyList } from "./key-list";
import { fold } from "./text";
import { MENTIONS_API_KEY } from "./wording";

interface ReportFacts {
  path: string;
  identity: PageIdentity;
  lists: KeyList[];
  rows: number;
  unreadableRows: number;
  hasCreateForm: boolean;
  tokenTag: string | null;
}

const SHAPES = {
  table: "a table",
  grid: "a grid",
  divs: "rows under a header row",
  cards: "entries with labels",
};

/**
 * What was and was not recognised, fit to be copied into a bug report: headers, headings and
 * element names only, no value of any row and no token.
 */
export function pageReport(facts: ReportFacts): PageReport {
  const { identity, lists } = facts;
  const [list] = lists;
  const column = (part: "expiry" | "created" | "description") => {
    const text = list?.columns[part];
    const by = text ? redact(text) : list ? "no header or label says so" : "no list";
    return { part: `column: ${part}` as const, found: text !== undefined, by };
  };
  return {
    path: redactPath(facts.path),
    isApiKeysPage: identity.isApiKeysPage,
    findings: [
      {
        part: "page",
        found: identity.isApiKeysPage,
        by: identity.by === identity.heading ? "heading" : identity.by,
      },
      {
        part: "heading",
        found: identity.heading !== null,
        by: wordsOfHeading(identity.heading),
      },
      {
        part: "list",
        found: list !== undefined,
        by: list ? SHAPES[list.shape] : "nothing with an expiry column or label",
      },
      column("expiry"),
      column("created"),
      column("description"),
      {
        part: "create form",
        found: facts.hasCreateForm,
        by: facts.hasCreateForm ? "fields for a key's description or expiry" : "not open",
      },
      {
        part: "token place",
        found: facts.tokenTag !== null,
        by: facts.tokenTag ?? "no new key is shown",
      },
    ],
    rows: facts.rows,
    unreadableRows: facts.unreadableRows,
  };
}

/** Headers and headings are words; whatever looks like a value in them is left out. */
function redact(text: string): string {
  return text.slice(0, 80).replace(/\S*(?:\d{3,}|@|eyJ)\S*/g, "…");
}

/** Of a heading only the words it was recognised by: the others may name a customer. */
function wordsOfHeading(heading: string | null): string {
  if (heading === null) return "no heading for API keys";
  const words = fold(heading);
  const found = MENTIONS_API_KEY.exec(words)?.[0] ?? "…";
  return [words.startsWith(found) ? "" : "… ", found, words.endsWith(found) ? "" : " …"].join("");
}

/** Ids in an address may name a customer. */
function redactPath(path: string): string {
  return path
    .replace(/[?#].*$/, "")
    .split("/")
    .map((part) => (/\d|@|.{25}/.test(part) ? "…" : part))
    .join("/");
}
