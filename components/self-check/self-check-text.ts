import type { PageReport } from "../../lib/messages";

/** Parts that stand in the page only while a key is being created. */
const PASSING = new Set(["create form", "token place"]);

export type FindingState = "found" | "not found" | "not there now";

export function stateOfFinding({ part, found }: PageReport["findings"][number]): FindingState {
  return found ? "found" : PASSING.has(part) ? "not there now" : "not found";
}

/** The self-check as plain text for a bug report: in English, whoever sends it. A report holds words of the console only, no value of any row. */
export function selfCheckText(report: PageReport, about: { version: string; at: string }): string {
  const lines = report.findings.map(
    (finding) => `${finding.part}: ${stateOfFinding(finding)} (${finding.by})`,
  );
  return [
    `ICMC Companion ${about.version}, self-check of ${about.at}`,
    `path: ${report.path}`,
    ...lines,
    `rows: ${report.rows}, of these with an expiry that could not be read: ${report.unreadableRows}`,
  ].join("\n");
}
