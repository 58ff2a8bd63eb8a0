import { later } from "./later";

const load = () => import("./second-picture");

export const AddKey = later(async () => (await load()).AddKey);
export const AllowHost = later(async () => (await load()).AllowHost);
export const CareSettings = later(async () => (await load()).CareSettings);
export const CreationProgress = later(async () => (await load()).CreationProgress);
export const DamageNotice = later(async () => (await load()).DamageNotice);
export const DueKeys = later(async () => (await load()).DueKeys);
export const FailureNotice = later(async () => (await load()).FailureNotice);
export const FirstRun = later(async () => (await load()).FirstRun);
export const KeyDetails = later(async () => (await load()).KeyDetails);
export const NewKey = later(async () => (await load()).NewKey);
export const PagePaused = later(async () => (await load()).PagePaused);
export const PauseSwitch = later(async () => (await load()).PauseSwitch);
export const PageNotice = later(async () => (await load()).PageNotice);
export const RotationCard = later(async () => (await load()).RotationCard);
export const SiteAccess = later(async () => (await load()).SiteAccess);
export const TestNotice = later(async () => (await load()).TestNotice);
export const UnlockWithCode = later(async () => (await load()).UnlockWithCode);
export const Unusable = later(async () => (await load()).Unusable);
export const VaultNotices = later(async () => (await load()).VaultNotices);
export const WaitingTokens = later(async () => (await load()).WaitingTokens);
