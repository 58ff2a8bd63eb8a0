import { later } from "./later";

const load = () => import("./second-picture");

export const AboveKeys = later(async () => (await load()).AboveKeys);
export const AllowHost = later(async () => (await load()).AllowHost);
export const CareSettings = later(async () => (await load()).CareSettings);
export const DueKeys = later(async () => (await load()).DueKeys);
export const FailureNotice = later(async () => (await load()).FailureNotice);
export const FirstRun = later(async () => (await load()).FirstRun);
export const KeyDetails = later(async () => (await load()).KeyDetails);
export const KeyForm = later(async () => (await load()).KeyForm);
export const OlderCopy = later(async () => (await load()).OlderCopy);
export const PagePaused = later(async () => (await load()).PagePaused);
export const PauseSwitch = later(async () => (await load()).PauseSwitch);
export const PageNotice = later(async () => (await load()).PageNotice);
export const SiteAccess = later(async () => (await load()).SiteAccess);
export const TestNotice = later(async () => (await load()).TestNotice);
export const UnlockWithCode = later(async () => (await load()).UnlockWithCode);
export const Unusable = later(async () => (await load()).Unusable);
export const VaultNotices = later(async () => (await load()).VaultNotices);
