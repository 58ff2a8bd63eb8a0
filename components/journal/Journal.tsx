import type { JournalEntry } from "../../lib/tasks/writing/journal";
import { putBackOrder } from "../../lib/tasks/writing/put-back";
import type { ObjectState } from "../../lib/tasks/writing/write-order";
import { t, type WordName } from "../../lib/words/words";
import { dateAndTime } from "../dates";
import { HERE, Said } from "../frame/Said";
import type { Propose } from "../writes/proposal";
import { STATE_NAMES, stateWords, writeTitle } from "../writes/write-words";

const OUTCOMES: Record<JournalEntry["outcome"], WordName> = {
  sending: "journal.sending",
  done: "journal.done",
  refused: "journal.refused",
  "not-seen": "journal.notSeen",
  unknown: "journal.unknown",
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
          {t("journal.exportCsv")}
        </button>
        <button type="button" disabled={entries.length === 0} onClick={() => onExport("json")}>
          {t("journal.exportJson")}
        </button>
        {open.length > 0 && (
          <button type="button" onClick={onLookAgain}>
            {t("journal.lookAgain", open.length)}
          </button>
        )}
      </div>
      {entries.length === 0 && <p class="empty">{t("journal.none")}</p>}
      <ul aria-label={t("places.journal")} class="journal">
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
        <Said words={t(entry.place ? "journal.entryIn" : "journal.entry", ...HERE)}>
          <strong>{writeTitle(entry.order)}</strong>
          {entry.subject}
          {entry.place && <span class="quiet">{entry.place}</span>}
        </Said>
      </div>
      <div class="quiet">
        {t("journal.by", dateAndTime(entry.at), entry.key.description || t("journal.namelessKey"))}
      </div>
      <Difference before={entry.before} after={entry.after} />
      <div class="row journal-foot">
        <span class="badge" data-outcome={entry.outcome}>
          {t(
            entry.outcome === "done" && entry.isRead ? "journal.doneSeen" : OUTCOMES[entry.outcome],
          )}
        </span>
        {entry.failure?.apiMessage && (
          <span class="quiet">{t("journal.apiSaid", entry.failure.apiMessage)}</span>
        )}
        {back && (
          <button
            type="button"
            aria-label={t("journal.putBackOf", writeTitle(entry.order), entry.subject)}
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
            {t("writes.putBack")}
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
            <dt>{t(STATE_NAMES[name])}</dt>
            <dd>
              <span title={old.exact}>{old.words}</span> →{" "}
              <span title={now.exact}>{after === null ? t("writes.gone") : now.words}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
