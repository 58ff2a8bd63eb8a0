import { useState } from "preact/hooks";
import type { PageReport } from "../../lib/messages";
import { t } from "../../lib/words/words";
import { Icon } from "../Icon";
import { Notice } from "../Notice";
import { byWords, PART_WORDS, STATE_WORDS } from "./finding-words";
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
      <h2 id="self-check">{t("places.selfCheck")}</h2>
      <p class="quiet">{t("selfCheck.lead")}</p>
      {page === null && <Notice kind="status">{t("selfCheck.noTab")}</Notice>}
      {page === "not-reached" && (
        <Notice kind="status" tone="danger">
          {t("selfCheck.notReached")}
        </Notice>
      )}
      {page && page !== "not-reached" && <Findings report={page} />}
      <div class="two-ends">
        <button
          type="button"
          class="primary"
          onClick={() => {
            setCopied(null);
            onLook();
          }}
        >
          <Icon name="refresh" /> {t("selfCheck.again")}
        </button>
        {page && page !== "not-reached" && (
          <button type="button" class="link" onClick={() => copy(page)}>
            <Icon name="copy" /> {t("selfCheck.copyReport")}
          </button>
        )}
      </div>
      {copied === "yes" && (
        <Notice kind="status" tone="good">
          {t("selfCheck.copied")}
        </Notice>
      )}
      {copied === "failed" && <Notice kind="alert">{t("selfCheck.copyFailed")}</Notice>}
    </section>
  );
}

function Findings({ report }: { report: PageReport }) {
  return (
    <table class="facts-table">
      <caption class="sr-only">{t("selfCheck.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("selfCheck.part")}</th>
          <th scope="col">{t("selfCheck.state")}</th>
          <th scope="col">{t("selfCheck.by")}</th>
        </tr>
      </thead>
      <tbody>
        {report.findings.map((finding) => (
          <tr key={finding.part} data-state={stateOfFinding(finding)}>
            <th scope="row">{t(PART_WORDS[finding.part])}</th>
            <td>{t(STATE_WORDS[stateOfFinding(finding)])}</td>
            <td>{byWords(finding.by)}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t("selfCheck.rows")}</th>
          <td>{report.rows}</td>
          <td>{rowWords(report)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function rowWords({ rows, unreadableRows }: PageReport): string {
  if (rows === 0) return t("selfCheck.noRow");
  if (unreadableRows === 0) return t("selfCheck.allRead");
  return t("selfCheck.unreadable", unreadableRows);
}
