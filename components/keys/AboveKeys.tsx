import type { Creation } from "../../lib/tasks/creation/creation";
import type { HeldToken } from "../../lib/vault/vault";
import { type CreationActions, CreationProgress } from "../creation/CreationProgress";
import { type RotationActions, RotationCard, type ShownRotation } from "../rotation/RotationCard";
import { type WaitingActions, WaitingTokens } from "./WaitingTokens";

/** What wants the person's hand before the list does: a key in the making, two that overlap, those that wait. */
export function AboveKeys({
  creation,
  rotations,
  held,
  nowMs,
  badgeOf,
  ...actions
}: {
  creation: Creation | null;
  rotations: ShownRotation[];
  held: HeldToken[];
} & Pick<Parameters<typeof RotationCard>[0], "nowMs" | "badgeOf"> &
  CreationActions &
  RotationActions &
  WaitingActions) {
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
      {held.length > 0 && <WaitingTokens held={held} {...actions} />}
    </>
  );
}
