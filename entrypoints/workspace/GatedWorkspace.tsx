import { Companion, type CompanionProps } from "../../components/Companion";
import { later } from "../../components/later";
import { isAskedForPasskey } from "../companion/unlock-actions";
import { LaterRestoreLost } from "./later-restore";
import type { OpenProps } from "./OpenWorkspace";

/** Nothing of it can be drawn before the keys are read, so it comes beside them. */
export const LaterOpenWorkspace = later<OpenProps>(
  async () => (await import("./OpenWorkspace")).OpenWorkspace,
);

/** Before the vault is open: one card. Then everything a tab has room for. */
export function GatedWorkspace(props: CompanionProps) {
  const { state } = props;
  if (state.kind === "open") return <LaterOpenWorkspace {...props} state={state} />;
  return (
    <div class="gate-card">
      <Companion
        {...props}
        restoreLost={<LaterRestoreLost />}
        startsWithPasskey={isAskedForPasskey()}
      />
    </div>
  );
}
