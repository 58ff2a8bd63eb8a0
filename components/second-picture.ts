/**
 * What the popup's first picture does without. It is one chunk, so that one short load brings
 * everything the next click may need; drawn through `later-parts.ts`.
 */
export { AllowHost } from "./AllowHost";
export { FailureNotice } from "./FailureNotice";
export { AboveKeys } from "./keys/AboveKeys";
export { KeyDetails } from "./keys/KeyDetails";
export { KeyForm } from "./keys/KeyForm";
export { TestNotice } from "./keys/TestNotice";
export { PageNotice } from "./PageNotice";
export { PagePaused, PauseSwitch } from "./PagePause";
export { CareSettings, DueKeys } from "./reminders/Reminders";
export { SiteAccess } from "./SiteAccess";
export { FirstRun } from "./unlock/FirstRun";
export { UnlockWithCode } from "./unlock/UnlockWithCode";
export { Unusable } from "./unlock/Unusable";
export { OlderCopy } from "./vault/OlderCopy";
export { VaultNotices } from "./vault/VaultNotices";
