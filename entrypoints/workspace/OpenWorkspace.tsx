import { useState } from "preact/hooks";
import type { CompanionProps } from "../../components/Companion";
import type { NewCode } from "../../components/vault/WaysSection";
import { Workspace } from "../../components/Workspace";
import { send } from "../../lib/browser/messaging";
import type { CompanionState } from "../../lib/tasks/companion-state";
import { LaterSelfCheck, LaterSettings, LaterTour, LaterVaultPlace } from "./later-places";

export interface OpenProps extends CompanionProps {
  state: Extract<CompanionState, { kind: "open" }>;
}

/** The workspace with the places that only a whole tab has. */
export function OpenWorkspace(props: OpenProps) {
  const { state, settings, actions } = props;
  // As long as the vault is open, and no longer: a lock takes it along.
  const [code, setCode] = useState<NewCode | null>(null);
  return (
    <Workspace
      {...props}
      vaultPage={<LaterVaultPlace waiting={state.held.length} code={code} setCode={setCode} />}
      settingsPage={<LaterSettings />}
      tour={
        settings?.isTourOver === false && (
          <LaterTour
            keyCount={state.keys.length}
            waiting={state.held.length}
            onAddKey={actions.onAddKey}
            onEnd={() => void send("changeSettings", { isTourOver: true })}
          />
        )
      }
      selfCheck={<LaterSelfCheck />}
    />
  );
}
