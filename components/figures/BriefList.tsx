import type { Brief, Change } from "../../lib/tasks/figures/brief";
import { exactBytes, formatBytes } from "../amounts";
import { dateAndTime } from "../dates";

/** What changed since the reading before. */
export function BriefList({ brief }: { brief: Brief | null }) {
  if (brief === null) {
    return <p class="quiet">The brief compares two readings; this was the first.</p>;
  }
  return (
    <>
      <p class="quiet">
        Since {dateAndTime(brief.from)}, as of {dateAndTime(brief.to)}
      </p>
      {brief.changes.length === 0 && <p class="empty">Nothing changed.</p>}
      <ul aria-label="Changes" class="brief">
        {brief.changes.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a brief never changes once it is drawn.
          <li key={index} data-kind={change.kind}>
            {sentence(change)}
          </li>
        ))}
      </ul>
    </>
  );
}

function sentence(change: Change) {
  const size = (bytes: number, zero = "0 B") => (
    <span title={exactBytes(bytes)}>{bytes === 0 ? zero : formatBytes(bytes)}</span>
  );
  switch (change.kind) {
    case "allocation":
      return (
        <>
          {change.of === "contract" ? "Reserved" : "Allocated"} capacity of {change.of}{" "}
          <strong>{change.name}</strong>: {size(change.before, "Pay-per-use")} →{" "}
          {size(change.after, "Pay-per-use")}
        </>
      );
    case "appeared":
    case "gone":
      return (
        <>
          {change.kind === "gone" ? "Gone" : "New"} {change.what} <strong>{change.name}</strong>
          {change.at && <span class="quiet"> in {change.at}</span>}
        </>
      );
    case "jump":
      return (
        <>
          Usage of <strong>{change.name}</strong>: {size(change.before)} → {size(change.after)}
          {change.at && <span class="quiet"> in {change.at}</span>}
        </>
      );
    case "fell-to-zero":
      return (
        <>
          <strong>{change.name}</strong> fell to zero from {size(change.before)}
          {change.at && <span class="quiet"> in {change.at}</span>}
        </>
      );
  }
}
