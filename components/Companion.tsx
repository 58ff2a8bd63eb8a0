import { useEffect, useState } from "preact/hooks";
import type { KeyEnd } from "../lib/keys/api-key";
import type { Badge } from "../lib/keys/badge";
import type { PageReport } from "../lib/messages";
import type { CompanionState } from "../lib/tasks/companion-state";
import type { PassphraseVerdict } from "../lib/vault/passphrase";
import { AddKey, type PastedKey } from "./AddKey";
import { Contracts, type ContractsActions } from "./contracts/Contracts";
import { FirstRun } from "./FirstRun";
import { Head } from "./Head";
import { Icon } from "./Icon";
import { KeyList } from "./KeyList";
import type { KeyActions } from "./key-actions";
import { Notice } from "./Notice";
import { PageNotice } from "./PageNotice";
import { panelId, Tabs, tabId } from "./Tabs";
import { Unlock } from "./Unlock";
import { Unusable } from "./Unusable";
import { type WaitingActions, WaitingTokens } from "./WaitingTokens";

export interface CompanionActions extends KeyActions, WaitingActions, ContractsActions {
  onJudgePassphrase: (passphrase: string) => Promise<PassphraseVerdict>;
  onSuggestPassphrase: () => Promise<string>;
  onCreateVault: (passphrase: string) => Promise<void>;
  onUnlock: (passphrase: string) => Promise<boolean>;
  onLock: () => Promise<void>;
  onReadPasted: (pasted: string) => PastedKey;
  onAddKey: (key: { token: string; description: string; end: KeyEnd }) => Promise<void>;
  /** Absent where the workspace is open already. */
  onOpenWorkspace?: () => void;
}

const VIEWS = ["Keys", "Contracts"] as const;
type View = (typeof VIEWS)[number];

/** The companion as popup and workspace show it. */
export function Companion({
  state,
  page,
  badgeOf,
  nowMs,
  actions,
}: {
  state: CompanionState;
  /** What the console tab in front was understood as; `null` when there is none. */
  page: PageReport | "not-reached" | null;
  badgeOf: (end: KeyEnd) => Badge;
  nowMs: number;
  actions: CompanionActions;
}) {
  const [view, setView] = useState<View>("Keys");
  const [isAdding, setAdding] = useState(false);
  const isOpen = state.kind === "open";
  useEffect(() => {
    if (!isOpen) setAdding(false);
  }, [isOpen]);

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
            {view === "Keys" && (
              <>
                {state.damaged > 0 && <DamageNotice rows={state.damaged} />}
                <PageNotice page={page} />
                <WaitingTokens held={state.held} {...actions} />
                {isAdding ? (
                  <AddKey
                    onRead={actions.onReadPasted}
                    onAdd={actions.onAddKey}
                    onDone={() => setAdding(false)}
                  />
                ) : (
                  <>
                    {state.keys.length === 0 ? (
                      <NoKeys hasWaiting={state.held.length > 0} />
                    ) : (
                      <KeyList
                        keys={state.keys}
                        keyInUse={state.keyInUse}
                        badgeOf={badgeOf}
                        {...actions}
                      />
                    )}
                    <button type="button" class="link" onClick={() => setAdding(true)}>
                      <Icon name="plus" /> Add key by hand
                    </button>
                  </>
                )}
              </>
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

function NoKeys({ hasWaiting }: { hasWaiting: boolean }) {
  if (hasWaiting) return null;
  return (
    <div class="empty">
      <span class="gate-picture">
        <Icon name="key" />
      </span>
      <p>
        <strong>No keys yet.</strong> Create one on the console's API Keys page: it can be saved
        here the moment it is shown.
      </p>
    </div>
  );
}
