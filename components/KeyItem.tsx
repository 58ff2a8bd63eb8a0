import { useRef, useState } from "preact/hooks";
import type { ApiKey } from "../lib/keys/api-key";
import type { Badge } from "../lib/keys/badge";
import type { OwnReminders } from "../lib/tasks/reminders/reminder-rules";
import { ExpiryBadge } from "./ExpiryBadge";
import { Icon } from "./Icon";
import type { KeyActions } from "./key-actions";
import { FailureNotice, KeyDetails } from "./later-parts";
import { Notice } from "./Notice";
import { testWords } from "./test-words";
import { useAction } from "./use-action";

type Said = { kind: "copied" } | { kind: "tested" } | null;

/** One kept key: what it is, when it ends, and the three things done with it daily. */
export function KeyItem({
  apiKey,
  badge,
  isInUse,
  onCopy,
  onUse,
  onTest,
  onRemove,
  onRotate,
  onSetTags,
  onSetOwnReminders,
  onCopyAs,
  standing,
  own = null,
}: {
  apiKey: ApiKey;
  badge: Badge;
  isInUse: boolean;
  /** Its part in a rotation, in words. */
  standing?: string | null;
  /** When to remind of it; `null` as of every key. */
  own?: OwnReminders | null;
} & KeyActions) {
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState<Said>(null);
  const item = useRef<HTMLLIElement>(null);
  const name = apiKey.description || "Key without description";
  const copying = useAction(async () => {
    await onCopy(apiKey.id);
    setSaid({ kind: "copied" });
  });
  const testing = useAction(async () => {
    setSaid(null);
    await onTest(apiKey.id);
    setSaid({ kind: "tested" });
  });
  const using = useAction(() => onUse(apiKey.id));
  const failure = copying.failure ?? testing.failure ?? using.failure;

  return (
    <li
      ref={item}
      class="key"
      data-key-id={apiKey.id}
      tabIndex={-1}
      aria-label={name}
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.target === item.current) void copying.run();
      }}
    >
      <div class="key-line">
        <span class="key-name" title={name}>
          {name}
        </span>
        <ExpiryBadge badge={badge} />
      </div>
      <div class="key-line">
        <span class="key-meta">
          {standing ? (
            <strong>{standing}</strong>
          ) : apiKey.verifiedAt ? (
            "Verified"
          ) : (
            "Not tested yet"
          )}
          {isInUse && <strong class="in-use"> · In use</strong>}
        </span>
        <span class="key-buttons">
          <button
            type="button"
            aria-label={`Copy ${name}`}
            disabled={copying.isBusy}
            onClick={() => void copying.run()}
          >
            Copy
          </button>
          <button
            type="button"
            aria-label={`Use ${name}`}
            aria-pressed={isInUse}
            disabled={using.isBusy}
            onClick={() => void using.run()}
          >
            Use
          </button>
          <button
            type="button"
            aria-label={`Test ${name}`}
            disabled={testing.isBusy}
            onClick={() => void testing.run()}
          >
            {testing.isBusy ? "Testing…" : "Test"}
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={`Details of ${name}`}
            title="Details"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="more" />
          </button>
        </span>
      </div>
      {apiKey.mayBeExposed && (
        <Notice kind="status" tone="danger">
          This key may have been exposed while it was captured. Delete it in the console and create
          a new one.
        </Notice>
      )}
      {failure && <FailureNotice failure={failure} />}
      {!failure && said?.kind === "copied" && (
        <Notice kind="status" tone="good">
          Copied. The clipboard is emptied in 30 seconds, whatever is in it then; a clipboard
          history, if you keep one, still remembers the key.
        </Notice>
      )}
      {!failure && said?.kind === "tested" && apiKey.lastTest && (
        <Notice
          kind={apiKey.lastTest.outcome === "works" ? "status" : "alert"}
          tone={apiKey.lastTest.outcome === "works" ? "good" : "danger"}
        >
          {testWords(apiKey.lastTest.outcome)}
        </Notice>
      )}
      {isOpen && (
        <KeyDetails
          apiKey={apiKey}
          onRemove={() => onRemove(apiKey.id)}
          onRotate={() => onRotate(apiKey.id)}
          own={own}
          onSetOwnReminders={(chosen) => onSetOwnReminders(apiKey.id, chosen)}
          onSetTags={(tags) => onSetTags(apiKey.id, tags)}
          onCopyAs={(...what) => onCopyAs(apiKey.id, ...what)}
        />
      )}
    </li>
  );
}
