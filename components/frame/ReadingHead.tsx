import type { ComponentChildren } from "preact";
import { type CountName, t, tn } from "../../lib/words/words";
import { timeOfDay } from "../dates";
import { failureWords } from "../failure-words";
import { AllowHost } from "../later-parts";
import { Notice } from "../Notice";
import type { Reading } from "./reading";

/** Heading of something that was read, with its age, a way to read it again, and why that failed. */
export function ReadingHead({
  title,
  level = 2,
  reading,
  nowMs,
  children,
}: {
  title: string;
  level?: 2 | 3;
  reading: Reading<unknown>;
  nowMs: number;
  /** Further buttons beside the heading. */
  children?: ComponentChildren;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  const { at, isReading, failure, refresh } = reading;
  return (
    <>
      <div class="contracts-head">
        <Heading>{title}</Heading>
        <span class="quiet" role="status">
          {isReading && at === null && t("reading.reading")}
          {isReading && at !== null && t("reading.refreshingAsOf", timeOfDay(at, nowMs))}
          {!isReading && at !== null && (
            <span title={t("reading.lag")}>{t("reading.asOf", timeOfDay(at, nowMs))}</span>
          )}
        </span>
        {children}
        <button type="button" disabled={isReading} onClick={refresh}>
          {t("reading.refresh")}
        </button>
      </div>
      {failure && (
        <Notice kind="alert">
          {failureWords(failure)}
          {at !== null && ` ${t("reading.shownBelow", timeOfDay(at, nowMs))}`}
          <AllowHost failure={failure} />
        </Notice>
      )}
    </>
  );
}

const LOST = {
  contracts: "reading.lostContracts",
  partners: "reading.lostPartners",
  members: "reading.lostMembers",
  "storage accounts": "reading.lostAccounts",
  regions: "reading.lostRegions",
} as const satisfies Record<string, CountName>;

/** Entries of an answer that gave nothing readable are counted, never silently left out. */
export function NotUnderstood({
  list: { items, notUnderstood },
  what,
}: {
  list: { items: readonly unknown[]; notUnderstood: number };
  what: keyof typeof LOST;
}) {
  if (notUnderstood === 0) return null;
  return (
    <Notice kind="status" tone="danger">
      {tn(LOST[what], notUnderstood, notUnderstood + items.length)}
    </Notice>
  );
}
