import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { KeyEnd } from "../../lib/keys/api-key";
import type { Badge } from "../../lib/keys/badge";
import type { PageReport } from "../../lib/messages";
import type { CompanionState } from "../../lib/tasks/companion-state";
import type { Creation } from "../../lib/tasks/creation/creation";
import type { KeyDraft } from "../../lib/tasks/creation/key-draft";
import type { OwnReminders } from "../../lib/tasks/reminders/reminder-rules";
import { stageOf } from "../../lib/tasks/rotation/rotation";
import { t } from "../../lib/words/words";
import type { CreationActions } from "../creation/CreationProgress";
import type { NewKeyWish } from "../creation/NewKey";
import { HERE, Said } from "../frame/Said";
import { Icon } from "../Icon";
import { preloadSoon, useTogether } from "../later";
import {
  AboveKeys,
  CareSettings,
  DueKeys,
  FailureNotice,
  KeyDetails,
  KeyForm,
  OlderCopy,
  PageNotice,
} from "../later-parts";
import type { KeyCare, ReminderActions } from "../reminders/Reminders";
import type { RotationActions } from "../rotation/RotationCard";
import type { FormMode } from "./KeyForm";
import { KeyList } from "./KeyList";
import type { KeyActions } from "./key-actions";
import type { WaitingActions } from "./WaitingTokens";

export interface KeysViewActions
  extends Omit<KeyActions, "onRotate">,
    WaitingActions,
    CreationActions,
    ReminderActions,
    RotationActions {
  onAddKey: (key: { token: string; description: string; end: KeyEnd }) => Promise<void>;
  /** `false` while another key is being made. */
  onCreateKey: (wish: NewKeyWish & { replaces: string | null }) => Promise<boolean>;
  onDraft: (draft: KeyDraft | null) => void;
}

/** The open vault, as all about its keys is drawn from it. */
export type KeysState = Extract<CompanionState, { kind: "open" }>;

/**
 * Everything about keys: those that wait, the one in the making, those that are kept. What is known
 * later than the list comes in below everything that can be pressed, or a press meant for one key
 * would meet another's button.
 */
export function KeysView({
  state,
  page,
  older,
  news,
  creation,
  care,
  ownReminders,
  badgeOf,
  nowMs,
  actions,
  searchElsewhere,
}: {
  state: KeysState;
  page: PageReport | "not-reached" | null;
  /** That this is an older copy of the vault. */
  older: ComponentChildren;
  /** What is known only a moment after the list. */
  news: ComponentChildren;
  creation: Creation | null;
  /** Reminders and health; `null` until they are loaded. */
  care: KeyCare | null;
  ownReminders: Record<string, OwnReminders>;
  badgeOf: (end: KeyEnd) => Badge;
  nowMs: number;
  actions: KeysViewActions;
  /** What else a search for keys finds. */
  searchElsewhere?: ((query: string) => ComponentChildren) | undefined;
}) {
  const [mode, setMode] = useState<"list" | FormMode>(state.draft ? "creating" : "list");
  const isMaking = creation !== null && creation.phase !== "ended";
  /** One at a time, and no form that opens by itself over how the first one ended. */
  const rotate = (keyId: string) => {
    if (!isMaking) setMode({ replacing: keyId });
  };
  const isGone = typeof mode === "object" && !state.keys.some(({ id }) => id === mode.replacing);
  const rotations = state.rotations.flatMap((rotation) => {
    const oldKey = state.keys.find(({ id }) => id === rotation.oldKeyId);
    const newKey = state.keys.find(({ id }) => id === rotation.newKeyId);
    return oldKey && newKey ? [{ rotation, oldKey, newKey }] : [];
  });
  const standingOf = (keyId: string) => {
    const replacing = rotations.find(({ oldKey }) => oldKey.id === keyId);
    if (replacing) {
      const stage = stageOf(replacing.rotation, replacing.oldKey.tags);
      return t(stage === "moving" ? "keys.doNotDelete" : "keys.replaced");
    }
    if (state.sightings.gone.includes(keyId)) return t("keys.deletedInConsole");
    return rotations.some(({ newKey }) => newKey.id === keyId) ? t("keys.replacement") : null;
  };
  // Whichever window it was started from: what is in the making replaces the form.
  useEffect(() => {
    if (isMaking) setMode((old) => (old === "adding" ? old : "list"));
  }, [isMaking]);
  // One click away from here.
  useEffect(() => preloadSoon(KeyForm, KeyDetails, AboveKeys, DueKeys, FailureNotice), []);

  const isAbove = creation !== null || rotations.length > 0 || state.held.length > 0;
  const isDressed = useTogether(isAbove || state.isOlder, AboveKeys, OlderCopy);
  if (!isDressed) return null;
  if (mode === "adding" || (mode !== "list" && !isMaking && !isGone))
    return (
      <>
        {older}
        <KeyForm
          mode={mode}
          state={state}
          nowMs={nowMs}
          actions={actions}
          onDone={() => setMode("list")}
        />
        {news}
      </>
    );
  const ways = (
    <div class="two-ends">
      {!isMaking && (
        <button type="button" class="primary" onClick={() => setMode("creating")}>
          <Icon name="plus" /> {t("newKey.title")}
        </button>
      )}
      <button type="button" class="link" onClick={() => setMode("adding")}>
        {t("keys.addByHand")}
      </button>
    </div>
  );
  const isEmpty = state.keys.length === 0;
  return (
    <>
      {older}
      {!isEmpty && ways}
      {isAbove && (
        <AboveKeys
          creation={creation}
          rotations={rotations}
          held={state.held}
          nowMs={nowMs}
          badgeOf={badgeOf}
          {...actions}
        />
      )}
      {isEmpty ? (
        <>
          {state.held.length === 0 && !creation && <NoKeys />}
          {ways}
        </>
      ) : (
        <>
          <div class="due-place">
            {care && (
              <DueKeys
                keys={state.keys}
                care={care}
                badgeOf={badgeOf}
                onRotate={rotate}
                onSnooze={actions.onSnooze}
              />
            )}
          </div>
          <KeyList
            keys={state.keys}
            keyInUse={state.keyInUse}
            badgeOf={badgeOf}
            searchElsewhere={searchElsewhere}
            standingOf={standingOf}
            ownReminders={ownReminders}
            onRotate={rotate}
            {...actions}
          />
          {care && (
            <CareSettings keys={state.keys} unbacked={state.unbacked} care={care} {...actions} />
          )}
        </>
      )}
      <div class="late-news">
        {news}
        {page && <PageNotice page={page} onAddByHand={() => setMode("adding")} />}
      </div>
    </>
  );
}

function NoKeys() {
  return (
    <div class="empty">
      <span class="gate-picture">
        <Icon name="key" />
      </span>
      <p>
        <Said words={t("keys.none", ...HERE)}>
          <strong>{t("keys.noneYet")}</strong>
        </Said>
      </p>
    </div>
  );
}
