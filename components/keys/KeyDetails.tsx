import { useState } from "preact/hooks";
import type { ApiKey, KeyEnd } from "../../lib/keys/api-key";
import type { OwnReminders } from "../../lib/tasks/reminders/reminder-rules";
import { t, type WordName } from "../../lib/words/words";
import { dateAndTime } from "../dates";
import { KeyReminders } from "../reminders/KeyReminders";
import { KeyTags } from "../rotation/KeyTags";
import { CopyAs, type OnCopyAs } from "./CopyAs";
import { RemoveKey } from "./RemoveKey";
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
        <dt>{t("keyDetails.expires")}</dt>
        <dd>{endWords(apiKey)}</dd>
        <dt>{t("keyDetails.created")}</dt>
        <dd>{apiKey.createdAt ? dateAndTime(apiKey.createdAt) : "—"}</dd>
        <dt>{t(apiKey.origin === "captured" ? "keyDetails.captured" : "keyDetails.added")}</dt>
        <dd>{dateAndTime(apiKey.savedAt)}</dd>
        <dt>{t("keyDetails.lastTest")}</dt>
        <dd>
          {lastTest
            ? t("keyDetails.tested", dateAndTime(lastTest.at), testWords(lastTest.outcome))
            : t("keyDetails.neverTested")}
        </dd>
        <dt>{t("keyDetails.lastUsed")}</dt>
        <dd>{apiKey.lastUsedAt ? dateAndTime(apiKey.lastUsedAt) : t("keyDetails.neverUsed")}</dd>
        <dt>{t("keyDetails.apiHost")}</dt>
        <dd>{apiKey.apiHost}</dd>
        <dt>{t("keyDetails.fingerprint")}</dt>
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
              {t("keyDetails.rotate")}
            </button>
            <button type="button" class="danger-quiet" onClick={() => setRemoving(true)}>
              {t("keyDetails.remove")}
            </button>
          </div>
        </>
      )}
    </div>
  );
}

const SOURCE_WORDS: Record<Exclude<KeyEnd, { kind: "unknown" }>["from"], WordName> = {
  token: "keyDetails.byToken",
  console: "keyDetails.byConsole",
  person: "keyDetails.byPerson",
};

function endWords({ end }: ApiKey): string {
  if (end.kind === "unknown") return "—";
  return t(SOURCE_WORDS[end.from], end.kind === "never" ? t("badge.never") : dateAndTime(end.at));
}
