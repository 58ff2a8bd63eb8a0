import { send } from "../../lib/browser/messaging";
import type { OwnParts } from "../companion/CompanionApp";
import { isAskedForPasskey } from "../companion/unlock-actions";
import {
  LaterRestoreLost,
  LaterSelfCheck,
  LaterSettings,
  LaterTour,
  LaterVaultPlace,
} from "./later-places";

/** The places that only a whole tab has. */
export const workspaceParts: OwnParts = (state, settings, { onAddKey }) => ({
  vaultPage: <LaterVaultPlace waiting={state.kind === "open" ? state.held.length : 0} />,
  settingsPage: <LaterSettings />,
  tour: state.kind === "open" && settings?.isTourOver === false && (
    <LaterTour
      keyCount={state.keys.length}
      waiting={state.held.length}
      onAddKey={onAddKey}
      onEnd={() => void send("changeSettings", { isTourOver: true })}
    />
  ),
  selfCheck: <LaterSelfCheck />,
  restoreLost: <LaterRestoreLost />,
  startsWithPasskey: isAskedForPasskey(),
});
