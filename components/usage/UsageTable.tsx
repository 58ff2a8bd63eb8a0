import { t } from "../../lib/words/words";
import { exactBytes, formatBytes } from "../amounts";
import { calendarDay } from "../calendar-days";
import type { ChartLine } from "./UsageChart";

/** The chart's figures as a table, newest first. */
export function UsageTable({
  days,
  lines,
}: {
  days: readonly string[];
  lines: readonly ChartLine[];
}) {
  const order = days.map((_, at) => at).reverse();
  return (
    <table class="usage-table">
      <caption class="sr-only">{t("usage.eachDay")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("usage.day")}</th>
          {lines.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {order.map((at) => (
          <tr key={days[at]}>
            <th scope="row">{calendarDay(days[at] as string)}</th>
            {lines.map(({ name, bytes }) => (
              <Figure key={name} bytes={bytes[at] ?? null} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figure({ bytes }: { bytes: bigint | null }) {
  if (bytes === null) return <td title={t("usage.noFigureThatDay")}>—</td>;
  return <td title={exactBytes(bytes)}>{formatBytes(bytes)}</td>;
}
