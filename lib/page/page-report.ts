import type { FindingReason, PageFinding, PageReport } from "../messages";
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

const SHAPES: Record<KeyList["shape"], FindingReason> = {
  table: "table",
  grid: "grid",
  divs: "rows-under-header",
  cards: "labelled-entries",
};

/**
 * What was and was not recognised, fit to be copied into a bug report: headers, headings and
 * element names only, no value of any row and no token.
 */
export function pageReport(facts: ReportFacts): PageReport {
  const { identity, lists } = facts;
  const [list] = lists;
  const column = (part: "expiry" | "created" | "description"): PageFinding => {
    const text = list?.columns[part];
    const by = text ? { words: redact(text) } : list ? "no-label" : "no-list";
    return { part: `column: ${part}`, found: text !== undefined, by };
  };
  return {
    path: redactPath(facts.path),
    isApiKeysPage: identity.isApiKeysPage,
    findings: [
      { part: "page", found: identity.isApiKeysPage, by: identity.by },
      {
        part: "heading",
        found: identity.heading !== null,
        by: wordsOfHeading(identity.heading),
      },
      {
        part: "list",
        found: list !== undefined,
        by: list ? SHAPES[list.shape] : "no-expiry",
      },
      column("expiry"),
      column("created"),
      column("description"),
      {
        part: "create form",
        found: facts.hasCreateForm,
        by: facts.hasCreateForm ? "form-fields" : "not-open",
      },
      {
        part: "token place",
        found: facts.tokenTag !== null,
        by: facts.tokenTag === null ? "no-new-key" : { words: facts.tokenTag },
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
function wordsOfHeading(heading: string | null): PageFinding["by"] {
  if (heading === null) return "no-keys-heading";
  const words = fold(heading);
  const found = MENTIONS_API_KEY.exec(words)?.[0] ?? "…";
  const before = words.startsWith(found) ? "" : "… ";
  const behind = words.endsWith(found) ? "" : " …";
  return { words: `${before}${found}${behind}` };
}

/** Ids in an address may name a customer. */
function redactPath(path: string): string {
  return path
    .replace(/[?#].*$/, "")
    .split("/")
    .map((part) => (/\d|@|.{25}/.test(part) ? "…" : part))
    .join("/");
}
