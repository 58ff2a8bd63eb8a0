import { t, tn, type WordName } from "../lib/words/words";

/** What to tell a person, by the class of the error: what happened and what to do next. */
const WORDS: Record<string, WordName> = {
  VaultLockedError: "failure.vaultLocked",
  NotSavedError: "failure.notSaved",
  DamagedVaultError: "failure.damagedVault",
  NewerFormatError: "failure.newerFormat",
  InboxFullError: "failure.inboxFull",
  DuplicateKeyError: "failure.duplicateKey",
  NoSuchKeyError: "failure.noSuchKey",
  NoVaultError: "failure.noVault",
  VaultExistsError: "failure.vaultExists",
  OlderCopyError: "failure.olderCopy",
  WrongProofError: "failure.wrongProof",
  UselessPasskeyError: "failure.uselessPasskey",
  NotAllowedError: "failure.notAllowed",
  WrongBackupPassphraseError: "failure.wrongBackupPassphrase",
  NotABackupError: "failure.notABackup",
  WeakPassphraseError: "passphrase.tooShort",
  NotHeldError: "failure.notHeld",
  TooLargeError: "failure.tooLarge",
  NotATokenError: "failure.notAToken",
  NoAnswerError: "failure.noAnswer",
  NoKeyInUseError: "failure.noKeyInUse",
  ClipboardError: "failure.clipboard",
  ApiKeyRefusedError: "failure.apiKeyRefused",
  ApiKeyExpiredError: "failure.apiKeyExpired",
  ApiRoleError: "failure.apiRole",
  ApiNotFoundError: "failure.apiNotFound",
  ApiRateLimitedError: "failure.apiRateLimited",
  ApiFaultError: "failure.apiFault",
  ApiStatusError: "failure.apiStatus",
  ApiUnreachableError: "failure.apiUnreachable",
  ApiTimeoutError: "failure.apiTimeout",
  ApiAnswerError: "failure.apiAnswer",
  ApiRequestError: "failure.apiRequest",
  ApiCancelledError: "failure.apiCancelled",
  SetByOrganisationError: "policy.forbidden",
  SwitchedOffError: "failure.switchedOff",
  NotSettingsError: "failure.notSettings",
  UnknownApiHostError: "failure.unknownApiHost",
  HostNotGrantedError: "failure.hostNotGranted",
  ReadOnlyModeError: "failure.readOnlyMode",
  ChangedMeanwhileError: "failure.changedMeanwhile",
  WriteObstacleError: "failure.writeObstacle",
  MalformedOrderError: "failure.malformedOrder",
  ApiAnswerTooLargeError: "failure.apiAnswerTooLarge",
};

export type FailureFacts = Partial<
  Record<"apiMessage" | "cause" | "field" | "retryAfterMs", unknown>
>;

/**
 * @param failure - An error of this context, or one from the background with its `facts`. What the
 * API itself said (`apiMessage`) is plain text, free of secrets.
 */
export function failureWords(failure: Error & { facts?: FailureFacts }): string {
  const facts: FailureFacts = failure.facts ?? (failure as FailureFacts);
  if (facts.cause === "offline") return t("failure.offline");
  const pauseMs = typeof facts.retryAfterMs === "number" ? facts.retryAfterMs : null;
  // The API's own figure stands in place of our advice to wait a minute.
  const isPauseAll = failure.name === "ApiRateLimitedError" && pauseMs !== null;
  const more = isPauseAll ? [] : [t(WORDS[failure.name] ?? "failure.unknown")];
  if (failure.name === "ApiAnswerError" && typeof facts.field === "string") {
    more.push(t("failure.field", facts.field));
  }
  if (pauseMs !== null) more.push(tn("failure.pause", Math.ceil(pauseMs / 1000)));
  if (typeof facts.apiMessage === "string" && facts.apiMessage !== "") {
    more.push(t("failure.apiSays", facts.apiMessage));
  }
  return more.join(" ");
}
