/**
 * What the popup's first picture does without. It is one chunk, so that one short load brings
 * everything the next click may need; drawn through `later-parts.ts`.
 */
export { AllowHost } from "./AllowHost";
export { CreationProgress } from "./creation/CreationProgress";
export { NewKey } from "./creation/NewKey";
export { DamageNotice } from "./DamageNotice";
export { FailureNotice } from "./FailureNotice";
export { AddKey } from "./keys/AddKey";
export { KeyDetails } from "./keys/KeyDetails";
export { TestNotice } from "./keys/TestNotice";
export { WaitingTokens } from "./keys/WaitingTokens";
export { PageNotice } from "./PageNotice";
export { PagePaused, PauseSwitch } from "./PagePause";
export { CareSettings, DueKeys } from "./reminders/Reminders";
export { RotationCard } from "./rotation/RotationCard";
export { SiteAccess } from "./SiteAccess";
export { FirstRun } from "./unlock/FirstRun";
export { UnlockWithCode } from "./unlock/UnlockWithCode";
export { Unusable } from "./unlock/Unusable";
export { VaultNotices } from "./vault/VaultNotices";
