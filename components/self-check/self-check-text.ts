import type { FindingReason, PageFinding, PageReport } from "../../lib/messages";

/** Parts that stand in the page only while a key is being created. */
const PASSING = new Set(["create form", "token place"]);

export type FindingState = "found" | "not found" | "not there now";

export function stateOfFinding({ part, found }: PageFinding): FindingState {
  return found ? "found" : PASSING.has(part) ? "not there now" : "not found";
}

/** As a bug report says them. */
const REASONS: Record<FindingReason, string> = {
  "not-looked-at": "not looked at yet",
  table: "a table",
  grid: "a grid",
  "rows-under-header": "rows under a header row",
  "labelled-entries": "entries with labels",
  "no-expiry": "nothing with an expiry column or label",
  heading: "heading",
  address: "address",
  "documentation-address": "address of documentation",
  "other-heading": "heading of another page",
  "no-keys-heading": "no heading for API keys",
  "no-label": "no header or label says so",
  "no-list": "no list",
  "form-fields": "fields for a key's description or expiry",
  "not-open": "not open",
  "no-new-key": "no new key is shown",
};

/** The self-check as plain text for a bug report: in English, whoever sends it. A report holds words of the console only, no value of any row. */
export function selfCheckText(report: PageReport, about: { version: string; at: string }): string {
  const lines = report.findings.map(
    (finding) => `${finding.part}: ${stateOfFinding(finding)} (${inEnglish(finding.by)})`,
  );
  return [
    `ICMC Companion ${about.version}, self-check of ${about.at}`,
    `path: ${report.path}`,
    ...lines,
    `rows: ${report.rows}, of these with an expiry that could not be read: ${report.unreadableRows}`,
  ].join("\n");
}

function inEnglish(by: PageFinding["by"]): string {
  return typeof by === "string" ? REASONS[by] : by.words;
}
