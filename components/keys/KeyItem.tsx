import { useRef, useState } from "preact/hooks";
import type { ApiKey } from "../../lib/keys/api-key";
import type { Badge } from "../../lib/keys/badge";
import type { OwnReminders } from "../../lib/tasks/reminders/reminder-rules";
import { t } from "../../lib/words/words";
import { chosenSettings, presentPolicy } from "../chosen";
import { Icon } from "../Icon";
import { FailureNotice, KeyDetails, TestNotice } from "../later-parts";
import { Notice } from "../Notice";
import { lastFailure, useAction } from "../use-action";
import { ExpiryBadge } from "./ExpiryBadge";
import type { KeyActions } from "./key-actions";

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
  const name = apiKey.description || t("keys.nameless");
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
  const failure = lastFailure(copying, testing, using);

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
          ) : (
            t(apiKey.verifiedAt ? "keys.verified" : "keys.notTested")
          )}
          {isInUse && <strong class="in-use"> · {t("keys.inUse")}</strong>}
        </span>
        <span class="key-buttons">
          <button
            type="button"
            class="copy-key"
            aria-label={t("keys.copyOf", name)}
            disabled={copying.isBusy || presentPolicy().forbidsCopy}
            {...(presentPolicy().forbidsCopy && { title: t("policy.setBy") })}
            onClick={() => void copying.run()}
          >
            {t("keys.copy")}
          </button>
          <button
            type="button"
            aria-label={t("keys.useOf", name)}
            aria-pressed={isInUse}
            disabled={using.isBusy}
            onClick={() => void using.run()}
          >
            {t("keys.use")}
          </button>
          <button
            type="button"
            aria-label={t("keys.testOf", name)}
            disabled={testing.isBusy}
            onClick={() => void testing.run()}
          >
            {t(testing.isBusy ? "keys.testing" : "keys.test")}
          </button>
          <button
            type="button"
            class="icon-button"
            aria-label={t("keys.detailsOf", name)}
            title={t("keys.details")}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name="more" />
          </button>
        </span>
      </div>
      {apiKey.mayBeExposed && (
        <Notice kind="status" tone="danger">
          {t("keys.mayBeExposed")}
        </Notice>
      )}
      {failure && <FailureNotice failure={failure} />}
      {!failure && said?.kind === "copied" && (
        <Notice kind="status" tone="good">
          {t("keys.copied", chosenSettings().clipboardSeconds)}
        </Notice>
      )}
      {!failure && said?.kind === "tested" && apiKey.lastTest && (
        <TestNotice outcome={apiKey.lastTest.outcome} />
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
