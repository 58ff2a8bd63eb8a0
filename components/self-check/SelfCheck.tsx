import { useState } from "preact/hooks";
import type { PageReport } from "../../lib/messages";
import { Icon } from "../Icon";
import { Notice } from "../Notice";
import { selfCheckText, stateOfFinding } from "./self-check-text";

/** What the extension recognises on the console's page, and by which words; for people and for bug reports. */
export function SelfCheck({
  page,
  version,
  onLook,
  onCopyText,
}: {
  /** `undefined` until it was looked at; `null` where no console tab is open. */
  page: PageReport | "not-reached" | null | undefined;
  version: string;
  onLook: () => void;
  onCopyText: (text: string) => Promise<void>;
}) {
  const [copied, setCopied] = useState<"yes" | "failed" | null>(null);
  const copy = (report: PageReport) => {
    const text = selfCheckText(report, { version, at: new Date().toISOString() });
    onCopyText(text).then(
      () => setCopied("yes"),
      () => setCopied("failed"),
    );
  };
  return (
    <section class="stack narrow" aria-labelledby="self-check">
      <h2 id="self-check">Self-check</h2>
      <p class="quiet">
        What is recognised on the console's page in another tab, and by which words. No description,
        date or key of any row is part of it.
      </p>
      {page === null && (
        <Notice kind="status">
          No tab shows the console. Open its API Keys page, then look again.
        </Notice>
      )}
      {page === "not-reached" && (
        <Notice kind="status" tone="danger">
          The console's tab was opened before the extension was ready. Reload it, then look again.
        </Notice>
      )}
      {page && page !== "not-reached" && <Findings report={page} />}
      <div class="foot-actions">
        <button
          type="button"
          class="primary"
          onClick={() => {
            setCopied(null);
            onLook();
          }}
        >
          <Icon name="refresh" /> Look again
        </button>
        {page && page !== "not-reached" && (
          <button type="button" class="link" onClick={() => copy(page)}>
            <Icon name="copy" /> Copy report
          </button>
        )}
      </div>
      {copied === "yes" && (
        <Notice kind="status" tone="good">
          Copied. It can be pasted into a bug report as it is.
        </Notice>
      )}
      {copied === "failed" && (
        <Notice kind="alert">The browser did not allow copying. Select the lines above.</Notice>
      )}
    </section>
  );
}

function Findings({ report }: { report: PageReport }) {
  return (
    <table class="facts-table">
      <caption class="sr-only">What was recognised</caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">State</th>
          <th scope="col">Recognised by</th>
        </tr>
      </thead>
      <tbody>
        {report.findings.map((finding) => (
          <tr key={finding.part} data-state={stateOfFinding(finding)}>
            <th scope="row">{finding.part}</th>
            <td>{stateOfFinding(finding)}</td>
            <td>{finding.by}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">rows</th>
          <td>{report.rows}</td>
          <td>{rowWords(report)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function rowWords({ rows, unreadableRows }: PageReport): string {
  if (rows === 0) return "no row was seen";
  if (unreadableRows === 0) return "every expiry was read";
  return `${unreadableRows} with an expiry that could not be read`;
}
