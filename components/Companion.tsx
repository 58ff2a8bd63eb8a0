import { useState } from "preact/hooks";
import type { KeyEnd } from "../lib/keys/api-key";
import type { Badge } from "../lib/keys/badge";
import type { PageReport } from "../lib/messages";
import type { CompanionState } from "../lib/tasks/companion-state";
import type { Creation } from "../lib/tasks/creation/creation";
import type { PassphraseVerdict } from "../lib/vault/passphrase";
import { Contracts, type ContractsActions } from "./contracts/Contracts";
import { FirstRun } from "./FirstRun";
import { Head } from "./Head";
import { KeysView, type KeysViewActions } from "./KeysView";
import { Notice } from "./Notice";
import { panelId, Tabs, tabId } from "./Tabs";
import { Unlock } from "./Unlock";
import { Unusable } from "./Unusable";

export interface CompanionActions extends KeysViewActions, ContractsActions {
  onJudgePassphrase: (passphrase: string) => Promise<PassphraseVerdict>;
  onSuggestPassphrase: () => Promise<string>;
  onCreateVault: (passphrase: string) => Promise<void>;
  onUnlock: (passphrase: string) => Promise<boolean>;
  onLock: () => Promise<void>;
  /** Absent where the workspace is open already. */
  onOpenWorkspace?: () => void;
}

const VIEWS = ["Keys", "Contracts"] as const;
type View = (typeof VIEWS)[number];

/** The companion as popup and workspace show it. */
export function Companion({
  state,
  page,
  creation,
  badgeOf,
  nowMs,
  actions,
}: {
  state: CompanionState;
  /** The key in the making, or made and not yet looked at. */
  creation: Creation | null;
  /** What the console tab in front was understood as; `null` when there is none. */
  page: PageReport | "not-reached" | null;
  badgeOf: (end: KeyEnd) => Badge;
  nowMs: number;
  actions: CompanionActions;
}) {
  const [view, setView] = useState<View>("Keys");
  const isOpen = state.kind === "open";

  return (
    <div class="companion">
      <Head
        onLock={isOpen ? () => void actions.onLock() : undefined}
        onOpenWorkspace={actions.onOpenWorkspace}
      />
      {state.kind === "none" && (
        <FirstRun
          onJudge={actions.onJudgePassphrase}
          onSuggest={actions.onSuggestPassphrase}
          onCreate={actions.onCreateVault}
        />
      )}
      {state.kind === "locked" && <Unlock waiting={state.waiting} onUnlock={actions.onUnlock} />}
      {state.kind === "unusable" && <Unusable reason={state.reason} />}
      {state.kind === "open" && (
        <>
          <Tabs names={VIEWS} chosen={view} onChoose={setView} />
          <div class="panel" role="tabpanel" id={panelId(view)} aria-labelledby={tabId(view)}>
            {view === "Keys" && state.damaged > 0 && <DamageNotice rows={state.damaged} />}
            {view === "Keys" && (
              <KeysView
                state={state}
                page={page}
                creation={creation}
                badgeOf={badgeOf}
                nowMs={nowMs}
                actions={actions}
              />
            )}
            {view === "Contracts" && (
              <Contracts
                snapshot={state.contracts}
                hasKeyInUse={state.keyInUse !== null}
                nowMs={nowMs}
                {...actions}
              />
            )}
          </div>
        </>
      )}
      {state.kind === "failed" && (
        <Notice kind="alert">
          The vault could not be read. Close this window and open it again; nothing was changed.
        </Notice>
      )}
    </div>
  );
}

function DamageNotice({ rows }: { rows: number }) {
  return (
    <Notice kind="alert">
      {rows === 1 ? "One entry of the vault" : `${rows} entries of the vault`} can no longer be
      read, so a key may be missing below. The others are safe. Look for it on the console's API
      Keys page: a key that is missing here must be deleted there and made anew.
    </Notice>
  );
}
