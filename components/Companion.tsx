import type { ComponentChildren } from "preact";
import type { KeyEnd } from "../lib/keys/api-key";
import type { Badge } from "../lib/keys/badge";
import type { PageReport } from "../lib/messages";
import type { CompanionState } from "../lib/tasks/companion-state";
import type { Creation } from "../lib/tasks/creation/creation";
import type { OwnReminders } from "../lib/tasks/reminders/reminder-rules";
import type { Settings } from "../lib/tasks/settings/settings";
import type { PassphraseVerdict } from "../lib/vault/passphrase";
import { t, type WordName } from "../lib/words/words";
import type { ContractsActions } from "./contracts/Contracts";
import { Head, type ShareSwitch } from "./Head";
import { KeysView, type KeysViewActions } from "./keys/KeysView";
import {
  FirstRun,
  OlderCopy,
  PagePaused,
  PauseSwitch,
  Unusable,
  VaultNotices,
} from "./later-parts";
import { Notice } from "./Notice";
import type { KeyCare } from "./reminders/Reminders";
import { hrefOf, type Route } from "./route";
import { panelId, Tabs, tabId } from "./Tabs";
import { Unlock } from "./unlock/Unlock";

export interface CompanionActions extends KeysViewActions, ContractsActions {
  onJudgePassphrase: (passphrase: string) => Promise<PassphraseVerdict>;
  onSuggestPassphrase: () => Promise<string>;
  onCreateVault: (passphrase: string) => Promise<void>;
  onUnlock: (passphrase: string) => Promise<boolean>;
  /** `false` when the code does not open the vault. */
  onUnlockWithCode: (code: string) => Promise<boolean>;
  /** `false` when the passkey does not open the vault. */
  onUnlockWithPasskey: () => Promise<boolean>;
  /** An older copy of the vault is taken as it is. */
  onGoOnWithOlder: () => Promise<void>;
  onLock: () => Promise<void>;
  /** Absent where the workspace is open already. */
  onOpenWorkspace?: () => void;
}

type View = "keys" | "contracts";
const VIEWS: [View, WordName][] = [
  ["keys", "places.keys"],
  ["contracts", "places.contracts"],
];

/** What is drawn about contracts and all below them; it comes a moment after the rest. */
export interface EstateView {
  /** The place the address names; `null` until it is there. */
  page: ComponentChildren | null;
  /** Contracts, partners and storage accounts that match. */
  results: (query: string) => ComponentChildren;
  /** For the foot of the workspace's list of places. */
  foot: ComponentChildren;
}

export interface CompanionProps {
  state: CompanionState;
  route: Route;
  estate: EstateView;
  settings: Settings | null;
  /** What to do about a vault that is gone; absent in the popup. */
  restoreLost?: ComponentChildren;
  startsWithPasskey?: boolean;
  /** The key in the making, or made and not yet looked at. */
  creation: Creation | null;
  /** Reminders and health of the keys; `null` until they are loaded. */
  care: KeyCare | null;
  ownReminders: Record<string, OwnReminders>;
  /** Absent where no page of the console can be in front. */
  onPause?: (isPaused: boolean) => Promise<void>;
  share: ShareSwitch;
  /** Absent while the browser lets the extension reach its sites. */
  siteAccess?: ComponentChildren;
  /** What the console tab in front was understood as; `null` when there is none. */
  page: PageReport | "not-reached" | null;
  badgeOf: (end: KeyEnd) => Badge;
  nowMs: number;
  actions: CompanionActions;
}

/** The companion as the popup shows it. */
export function Companion({
  state,
  route,
  estate,
  page,
  creation,
  care,
  ownReminders,
  badgeOf,
  nowMs,
  actions,
  restoreLost,
  onPause,
  share,
  siteAccess,
  startsWithPasskey = false,
}: CompanionProps) {
  const view: View = route.page === "keys" ? "keys" : "contracts";
  const setView = (name: View) => {
    location.hash = hrefOf({ page: name });
  };
  const isOpen = state.kind === "open" || state.kind === "opening";
  // Known a moment after the picture stands, so they come below it: a row that moved under the pointer
  // would have its button pressed for another's.
  const aboutPage = (
    <>
      {siteAccess}
      {onPause && page !== null && <PagePaused onPause={onPause} />}
    </>
  );
  const older = state.kind === "open" && state.isOlder && (
    <OlderCopy onGoOn={actions.onGoOnWithOlder} />
  );
  const news = state.kind === "open" && (
    <>
      {aboutPage}
      {hasVaultNews(state) && <VaultNotices damaged={state.damaged} findings={state.findings} />}
    </>
  );

  return (
    <div class="companion">
      <Head
        onLock={isOpen ? () => void actions.onLock() : undefined}
        onOpenWorkspace={actions.onOpenWorkspace}
        share={state.kind === "loading" ? undefined : share}
      />
      {state.kind === "none" && (
        <FirstRun
          onJudge={actions.onJudgePassphrase}
          onSuggest={actions.onSuggestPassphrase}
          onCreate={actions.onCreateVault}
        />
      )}
      {state.kind === "locked" && (
        <Unlock
          waiting={state.waiting}
          ways={state.ways}
          startsWithPasskey={startsWithPasskey}
          onUnlock={actions.onUnlock}
          onUnlockWithCode={actions.onUnlockWithCode}
          onUnlockWithPasskey={actions.onUnlockWithPasskey}
        />
      )}
      {state.kind === "unusable" && (
        <Unusable reason={state.reason} onOpenWorkspace={actions.onOpenWorkspace} />
      )}
      {state.kind === "unusable" && state.reason === "gone" && restoreLost}
      {isOpen && <Tabs tabs={VIEWS} chosen={view} onChoose={setView} />}
      {state.kind === "opening" && (
        <div class="panel" role="tabpanel" id={panelId(view)} aria-busy="true" />
      )}
      {state.kind === "open" && (
        <div class="panel" role="tabpanel" id={panelId(view)} aria-labelledby={tabId(view)}>
          {view === "keys" && (
            <KeysView
              state={state}
              page={page}
              older={older}
              news={news}
              creation={creation}
              care={care}
              ownReminders={ownReminders}
              badgeOf={badgeOf}
              nowMs={nowMs}
              actions={actions}
              searchElsewhere={estate.results}
            />
          )}
          {view === "contracts" && (
            <>
              {older}
              {estate.page ?? <p class="quiet">{t("places.opening")}</p>}
              {news}
            </>
          )}
        </div>
      )}
      {state.kind !== "loading" && !isOpen && aboutPage}
      {onPause && page !== null && state.kind !== "loading" && <PauseSwitch onPause={onPause} />}
      {state.kind === "failed" && <Notice kind="alert">{t("unusable.unreadable")}</Notice>}
    </div>
  );
}

/** Whether a closer look at the vault found anything. */
export function hasVaultNews({
  damaged,
  findings,
}: Extract<CompanionState, { kind: "open" }>): boolean {
  return damaged > 0 || findings.length > 0;
}
