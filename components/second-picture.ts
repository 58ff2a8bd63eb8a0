/**
 * What the popup's first picture does without. It is one chunk, so that one short load brings
 * everything the next click may need; drawn through `later-parts.ts`.
 */
export { AddKey } from "./AddKey";
export { CreationProgress } from "./creation/CreationProgress";
export { NewKey } from "./creation/NewKey";
export { DamageNotice } from "./DamageNotice";
export { FailureNotice } from "./FailureNotice";
export { FirstRun } from "./FirstRun";
export { KeyDetails } from "./KeyDetails";
export { PageNotice } from "./PageNotice";
export { PagePaused, PauseSwitch } from "./PagePause";
export { CareSettings, DueKeys } from "./reminders/Reminders";
export { RotationCard } from "./rotation/RotationCard";
export { UnlockWithCode } from "./UnlockWithCode";
export { Unusable } from "./Unusable";
export { VaultNotices } from "./vault/VaultNotices";
export { WaitingTokens } from "./WaitingTokens";
