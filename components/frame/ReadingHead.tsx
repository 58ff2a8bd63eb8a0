import type { ComponentChildren } from "preact";
import { timeOfDay } from "../dates";
import { failureWords } from "../failure-words";
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
          {isReading && at === null && "Reading…"}
          {isReading && at !== null && `Refreshing… (as of ${timeOfDay(at, nowMs)})`}
          {!isReading && at !== null && (
            <span title="The console's own figures may lag up to 60 minutes.">
              as of {timeOfDay(at, nowMs)}
            </span>
          )}
        </span>
        {children}
        <button type="button" disabled={isReading} onClick={refresh}>
          Refresh
        </button>
      </div>
      {failure && (
        <Notice kind="alert">
          {failureWords(failure)}
          {at !== null && ` Shown below: the figures as of ${timeOfDay(at, nowMs)}.`}
        </Notice>
      )}
    </>
  );
}

/** Entries of an answer that gave nothing readable are counted, never silently left out. */
export function NotUnderstood({
  count,
  total,
  what,
}: {
  count: number;
  total: number;
  what: string;
}) {
  if (count === 0) return null;
  return (
    <Notice kind="status" tone="danger">
      {count} of {total} {what} came in a form that could not be read and are not shown.
    </Notice>
  );
}
