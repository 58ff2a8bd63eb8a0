import { useMemo, useState } from "preact/hooks";
import type { Listed } from "../../lib/api/answer";
import type { DayRange } from "../../lib/api/arguments";
import type { StorageAccountUsage } from "../../lib/api/usage";
import { lastDays } from "../../lib/tasks/figures/days";
import { latest, latestOfAccount, sumUsage } from "../../lib/tasks/figures/usage-series";
import { t, tn } from "../../lib/words/words";
import { exactBytes, formatBytes } from "../amounts";
import { calendarDay } from "../calendar-days";
import { NotUnderstood, ReadingHead } from "../frame/ReadingHead";
import type { Reading } from "../frame/reading";
import { Sparkline } from "../frame/Sparkline";
import { Notice } from "../Notice";
import { RangeField } from "./RangeField";
import { type ChartLine, UsageChart } from "./UsageChart";
import { UsageTable } from "./UsageTable";

/** Usage of one storage account, or of several together with each of them in a list below. */
export function UsagePanel({
  reading,
  range,
  nowMs,
  isSingle,
  hrefOf,
  onRange,
  onExport,
}: {
  reading: Reading<Listed<StorageAccountUsage>>;
  range: DayRange;
  nowMs: number;
  isSingle: boolean;
  hrefOf: (storageAccountId: string) => string;
  onRange: (range: DayRange) => void;
  onExport: (form: "csv" | "json") => void;
}) {
  const [showsTable, setShowsTable] = useState(false);
  const usages = reading.value?.items;
  const series = useMemo(() => usages && sumUsage(usages, range), [usages, range]);
  const lines = useMemo<ChartLine[]>(
    () =>
      series
        ? [
            { name: t("usage.stored"), bytes: series.usedBytes, look: "stored" },
            // Where nothing is allocated the line would lie on the floor and say nothing.
            ...(series.allocatedBytes.some((bytes) => bytes)
              ? [
                  {
                    name: t("usage.allocated"),
                    bytes: series.allocatedBytes,
                    look: "allocated",
                  } as const,
                ]
              : []),
          ]
        : [],
    [series],
  );
  const newest = series && latest(series);
  const unread = usages?.filter(({ days }) => days.missing !== undefined) ?? [];
  const unreadDays =
    usages?.reduce((sum, { days }) => sum + (days.value?.notUnderstood ?? 0), 0) ?? 0;

  return (
    <section class="stack" aria-label={t("usage.title")}>
      <ReadingHead title={t("usage.title")} level={3} reading={reading} nowMs={nowMs} />
      <div class="row usage-tools">
        <RangeField range={range} today={lastDays(1, nowMs).to} onRange={onRange} />
        <span class="spread" />
        <button type="button" disabled={!usages?.length} onClick={() => onExport("csv")}>
          CSV
        </button>
        <button type="button" disabled={!usages?.length} onClick={() => onExport("json")}>
          JSON
        </button>
      </div>
      {reading.value && <NotUnderstood list={reading.value} what="storage accounts" />}
      {(unread.length > 0 || unreadDays > 0) && (
        <Notice kind="status" tone="danger">
          {unread.length > 0 &&
            `${t("usage.noDaily", unread.map(({ name }) => name.value ?? "—").join(", "))} `}
          {unreadDays > 0 && tn("usage.unreadDays", unreadDays)}
        </Notice>
      )}
      {series && series.incompleteDays.length > 0 && (
        <Notice kind="status">
          {tn("usage.incomplete", series.incompleteDays.length, fewOf(series.incompleteDays))}
        </Notice>
      )}
      {series && newest === null && <p class="quiet">{t("usage.none")}</p>}
      {series && newest && (
        <>
          <p class="usage-now">
            <strong title={exactBytes(newest.bytes)}>{formatBytes(newest.bytes)}</strong>{" "}
            <span class="quiet">{t("usage.storedOn", calendarDay(newest.day))}</span>
          </p>
          <UsageChart days={series.days} lines={lines} />
          <details class="usage-data" onToggle={(event) => setShowsTable(event.currentTarget.open)}>
            <summary>{t("usage.asTable")}</summary>
            {showsTable && <UsageTable days={series.days} lines={lines} />}
          </details>
        </>
      )}
      {!isSingle && usages && usages.length > 1 && (
        <AccountLines usages={usages} range={range} hrefOf={hrefOf} />
      )}
    </section>
  );
}

function fewOf(days: readonly string[]): string {
  // Dates hold commas themselves.
  const named = days.slice(0, 4).map(calendarDay).join(" · ");
  return days.length > 4 ? `${named} · …` : named;
}

function AccountLines({
  usages,
  range,
  hrefOf,
}: {
  usages: StorageAccountUsage[];
  range: DayRange;
  hrefOf: (storageAccountId: string) => string;
}) {
  const sorted = useMemo(
    () => usages.toSorted((a, b) => (latestOfAccount(b) ?? -1) - (latestOfAccount(a) ?? -1)),
    [usages],
  );
  return (
    <ul aria-label={t("usage.title")} class="usage-lines">
      {sorted.slice(0, 50).map((usage, index) => {
        const id = usage.storageAccountId.value;
        const bytes = latestOfAccount(usage);
        const name = usage.name.value ?? id ?? "—";
        return (
          <li key={id ?? index}>
            {id === undefined ? <span>{name}</span> : <a href={hrefOf(id)}>{name}</a>}
            <Sparkline used={sumUsage([usage], range).usedBytes} label={t("usage.of", name)} />
            <span
              class="row-figure"
              title={bytes === null ? t("usage.noFigure") : exactBytes(bytes)}
            >
              {bytes === null ? "—" : formatBytes(bytes)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
