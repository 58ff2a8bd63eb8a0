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
import { preloadSoon } from "../later";
import {
  AddKey,
  CareSettings,
  CreationProgress,
  DueKeys,
  FailureNotice,
  KeyDetails,
  NewKey,
  PageNotice,
  RotationCard,
  WaitingTokens,
} from "../later-parts";
import type { KeyCare, ReminderActions } from "../reminders/Reminders";
import type { RotationActions } from "../rotation/RotationCard";
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

type Mode = "list" | "adding" | "creating" | { replacing: string };

/** Everything about keys: those that wait, the one in the making, those that are kept. */
export function KeysView({
  state,
  page,
  creation,
  care,
  ownReminders,
  badgeOf,
  nowMs,
  actions,
  searchElsewhere,
}: {
  state: Extract<CompanionState, { kind: "open" }>;
  page: PageReport | "not-reached" | null;
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
  const [mode, setMode] = useState<Mode>(state.draft ? "creating" : "list");
  const isMaking = creation !== null;
  const rotate = (keyId: string) => setMode({ replacing: keyId });
  const replaced =
    typeof mode === "object" ? state.keys.find(({ id }) => id === mode.replacing) : undefined;
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
    if (isMaking) setMode("list");
  }, [isMaking]);
  // One click away from here.
  useEffect(() => preloadSoon(AddKey, NewKey, KeyDetails, CreationProgress, FailureNotice), []);

  if (mode === "adding") return <AddKey onAdd={actions.onAddKey} onDone={() => setMode("list")} />;
  if (replaced && !isMaking)
    return (
      <NewKey
        title={t("keys.replace", replaced.description)}
        lead={t("keys.replaceLead")}
        draft={{ description: replaced.description, expires: "90 days" }}
        suggestions={[]}
        limits={state.formLimits}
        nowMs={nowMs}
        onDraft={() => undefined}
        onCreate={(wish) => actions.onCreateKey({ ...wish, replaces: replaced.id })}
        onCancel={() => setMode("list")}
      />
    );
  if (mode === "creating" && !isMaking)
    return (
      <NewKey
        draft={state.draft}
        suggestions={[...new Set(state.keys.map(({ description }) => description))].filter(Boolean)}
        limits={state.formLimits}
        nowMs={nowMs}
        onDraft={actions.onDraft}
        onCreate={(wish) => actions.onCreateKey({ ...wish, replaces: null })}
        onCancel={() => {
          actions.onDraft(null);
          setMode("list");
        }}
      />
    );
  return (
    <>
      {creation && <CreationProgress creation={creation} {...actions} />}
      {rotations.map((one) => (
        <RotationCard
          key={one.rotation.oldKeyId}
          {...one}
          nowMs={nowMs}
          badgeOf={badgeOf}
          {...actions}
        />
      ))}
      {page && <PageNotice page={page} onAddByHand={() => setMode("adding")} />}
      {care && (
        <DueKeys
          keys={state.keys}
          care={care}
          badgeOf={badgeOf}
          onRotate={rotate}
          onSnooze={actions.onSnooze}
        />
      )}
      {state.held.length > 0 && <WaitingTokens held={state.held} {...actions} />}
      {state.keys.length === 0 ? (
        state.held.length === 0 && !creation && <NoKeys />
      ) : (
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
      )}
      {care && state.keys.length > 0 && <CareSettings keys={state.keys} care={care} {...actions} />}
      <div class="foot-actions">
        {!isMaking && (
          <button type="button" class="primary" onClick={() => setMode("creating")}>
            <Icon name="plus" /> {t("newKey.title")}
          </button>
        )}
        <button type="button" class="link" onClick={() => setMode("adding")}>
          {t("keys.addByHand")}
        </button>
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
