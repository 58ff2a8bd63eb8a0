import type { JournalEntry } from "../../lib/tasks/writing/journal";
import { putBackOrder } from "../../lib/tasks/writing/put-back";
import type { ObjectState } from "../../lib/tasks/writing/write-order";
import { dateAndTime } from "../dates";
import type { Propose } from "../writes/proposal";
import { STATE_NAMES, stateWords, writeTitle } from "../writes/write-words";

const OUTCOMES: Record<JournalEntry["outcome"], string> = {
  sending: "Sent, answer awaited",
  done: "Done",
  refused: "Refused",
  "not-seen": "Answer lost, not seen when read again",
  unknown: "Answer lost, not known yet",
};

/** Every write made from here: what, when, before, after, by which key. Newest first. */
export function Journal({
  entries,
  keyInUse,
  onPropose,
  onLookAgain,
  onExport,
}: {
  entries: readonly JournalEntry[];
  /** A write is put back with the key that is in use now, so only where it is the same account's. */
  keyInUse: string | null;
  onPropose: Propose;
  onLookAgain: () => void;
  onExport: (form: "csv" | "json") => void;
}) {
  const open = entries.filter(({ outcome }) => outcome === "sending" || outcome === "unknown");
  return (
    <div class="stack">
      <div class="row">
        <button type="button" disabled={entries.length === 0} onClick={() => onExport("csv")}>
          Export CSV
        </button>
        <button type="button" disabled={entries.length === 0} onClick={() => onExport("json")}>
          Export JSON
        </button>
        {open.length > 0 && (
          <button type="button" onClick={onLookAgain}>
            Look again ({open.length})
          </button>
        )}
      </div>
      {entries.length === 0 && (
        <p class="empty">Nothing was changed from here yet. Every write will be listed here.</p>
      )}
      <ul aria-label="Journal" class="journal">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} keyInUse={keyInUse} onPropose={onPropose} />
        ))}
      </ul>
    </div>
  );
}

function Entry({
  entry,
  keyInUse,
  onPropose,
}: {
  entry: JournalEntry;
  keyInUse: string | null;
  onPropose: Propose;
}) {
  const back = entry.key.id === keyInUse ? putBackOrder(entry) : null;
  const isRemoval =
    back?.kind.startsWith("delete") ||
    back?.kind.startsWith("remove") ||
    back?.kind === "schedule-deletion";
  return (
    <li class="card journal-entry">
      <div>
        <strong>{writeTitle(entry.order)}</strong>: {entry.subject}
        {entry.place && <span class="quiet"> in {entry.place}</span>}
      </div>
      <div class="quiet">
        {dateAndTime(entry.at)} · with “{entry.key.description || "key without description"}”
      </div>
      <Difference before={entry.before} after={entry.after} />
      <div class="row journal-foot">
        <span class="badge" data-outcome={entry.outcome}>
          {OUTCOMES[entry.outcome]}
          {entry.outcome === "done" && entry.isRead && ", seen by reading"}
        </span>
        {entry.failure?.apiMessage && <span class="quiet">“{entry.failure.apiMessage}”</span>}
        {back && (
          <button
            type="button"
            aria-label={`Put back: ${writeTitle(entry.order)}, ${entry.subject}`}
            onClick={() =>
              onPropose({
                order: back,
                secrets: {},
                subject: entry.subject,
                place: entry.place,
                typed: isRemoval ? entry.subject : null,
                putsBack: entry.id,
              })
            }
          >
            Put back
          </button>
        )}
      </div>
    </li>
  );
}

function Difference({ before, after }: { before: ObjectState | null; after: ObjectState | null }) {
  const names = (Object.keys(STATE_NAMES) as (keyof ObjectState)[]).filter(
    (name) => before?.[name] !== after?.[name],
  );
  return (
    <dl class="difference">
      {names.map((name) => {
        const [old, now] = [stateWords(name, before), stateWords(name, after)];
        return (
          <div key={name}>
            <dt>{STATE_NAMES[name]}</dt>
            <dd>
              <span title={old.exact}>{old.words}</span> →{" "}
              <span title={now.exact}>{after === null ? "gone" : now.words}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
