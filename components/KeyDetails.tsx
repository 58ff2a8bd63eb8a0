import { useState } from "preact/hooks";
import type { ApiKey } from "../lib/keys/api-key";
import type { OwnReminders } from "../lib/tasks/reminders/reminder-rules";
import { CopyAs, type OnCopyAs } from "./CopyAs";
import { dateAndTime } from "./dates";
import { RemoveKey } from "./RemoveKey";
import { KeyReminders } from "./reminders/KeyReminders";
import { KeyTags } from "./rotation/KeyTags";
import { testWords } from "./test-words";

/** Stands in the examples: it reads, and every distributor's key may. */
const HARMLESS_CALL = { method: "GET", path: "/contract/list" } as const;

/** All that is known of a key except the key itself. */
export function KeyDetails({
  apiKey,
  onCopyAs,
  onRotate,
  onSetTags,
  own,
  onSetOwnReminders,
  onRemove,
}: {
  apiKey: ApiKey;
  onCopyAs: OnCopyAs;
  onRotate: () => void;
  onSetTags: (tags: string[]) => Promise<void>;
  /** When to remind of it; `null` as of every key. */
  own: OwnReminders | null;
  onSetOwnReminders: (own: OwnReminders | null) => Promise<void>;
  onRemove: () => Promise<void>;
}) {
  const [isRemoving, setRemoving] = useState(false);
  const { lastTest } = apiKey;
  return (
    <div class="key-details">
      <dl>
        <dt>Expires</dt>
        <dd>{endWords(apiKey)}</dd>
        <dt>Created</dt>
        <dd>{apiKey.createdAt ? dateAndTime(apiKey.createdAt) : "—"}</dd>
        <dt>{apiKey.origin === "captured" ? "Captured" : "Added"}</dt>
        <dd>{dateAndTime(apiKey.savedAt)}</dd>
        <dt>Last test</dt>
        <dd>
          {lastTest ? `${dateAndTime(lastTest.at)}: ${testWords(lastTest.outcome)}` : "Never"}
        </dd>
        <dt>Last used</dt>
        <dd>{apiKey.lastUsedAt ? dateAndTime(apiKey.lastUsedAt) : "Never from here"}</dd>
        <dt>API host</dt>
        <dd>{apiKey.apiHost}</dd>
        <dt>Fingerprint</dt>
        <dd class="mono">{apiKey.fingerprint}</dd>
      </dl>
      {!isRemoving && <CopyAs name={apiKey.description} call={HARMLESS_CALL} onCopyAs={onCopyAs} />}
      {isRemoving ? (
        <RemoveKey
          name={apiKey.description}
          onRemove={onRemove}
          onCancel={() => setRemoving(false)}
        />
      ) : (
        <>
          <KeyTags tags={apiKey.tags} onSave={onSetTags} />
          <KeyReminders own={own} onSave={onSetOwnReminders} />
          <div class="row">
            <button type="button" onClick={onRotate}>
              Rotate
            </button>
            <button type="button" class="danger-quiet" onClick={() => setRemoving(true)}>
              Remove
            </button>
          </div>
        </>
      )}
    </div>
  );
}

const SOURCE_WORDS = {
  token: "by the key itself",
  console: "by the console",
  person: "as you entered it",
} as const;

function endWords({ end }: ApiKey): string {
  if (end.kind === "unknown") return "—";
  if (end.kind === "never") return `No expiry, ${SOURCE_WORDS[end.from]}`;
  return `${dateAndTime(end.at)}, ${SOURCE_WORDS[end.from]}`;
}
