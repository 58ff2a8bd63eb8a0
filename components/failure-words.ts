/** What to tell a person, by the class of the error. Says what happened and what to do next. */
const WORDS: Record<string, string> = {
  VaultLockedError: "The vault was locked in the meantime. Unlock it and try again.",
  NotSavedError:
    "The browser could not write to its storage, so nothing was changed. Free some disk space and try again.",
  DamagedVaultError:
    "Part of the vault can no longer be read. Do not clear the browser's data; open the workspace to see what is affected.",
  NewerFormatError: "This vault was made by a newer version. Update ICMC Companion to open it.",
  InboxFullError: "50 keys are waiting already. Save or discard some of them first.",
  DuplicateKeyError: "This key is in the vault already.",
  NoSuchKeyError: "This key is no longer in the vault.",
  NoVaultError: "There is no vault on this computer yet. Create one first.",
  VaultExistsError: "There is a vault on this computer already. Unlock it instead.",
  OlderCopyError:
    "This is an older copy of the vault, so nothing is written to it. Decide first whether to go on with it.",
  WrongProofError:
    "This does not open the vault, so nothing was changed. Check capitals and keyboard layout, then try again.",
  UselessPasskeyError:
    "This passkey cannot open a vault: its device gives no secret (PRF). Nothing was changed; use another device.",
  NotAllowedError:
    "The passkey was cancelled or did not answer in time. Nothing was changed; try again, or use the passphrase.",
  WrongBackupPassphraseError:
    "This passphrase does not open the backup. Its passphrase was chosen when it was made, and may differ from the vault's.",
  NotABackupError:
    "This file is not a backup of ICMC Companion, or it is damaged. Nothing was changed; try another copy of it.",
  WeakPassphraseError: "The passphrase needs at least 12 characters.",
  NotHeldError: "This key is not waiting any more: it was saved or discarded elsewhere.",
  TooLargeError: "This is too large to be kept in the vault.",
  NotATokenError: "This is not an API key. Copy the whole key and paste it again.",
  NoAnswerError: "ICMC Companion is restarting. Try again in a moment.",
  NoKeyInUseError: "Choose the key to work with first: press Use beside it.",
  ClipboardError: "The browser did not allow copying. Click the popup once and try again.",
  ApiKeyRefusedError:
    "The API refused this key. It was deleted in the console, or it belongs to another account. Create a new one on the API Keys page.",
  ApiKeyExpiredError: "This key has expired. Create a new one on the API Keys page.",
  ApiRoleError:
    "This key may not see that. A distributor's key sees contracts, a channel partner's key its own storage accounts.",
  ApiNotFoundError:
    "The API knows nothing at this place. Something was removed, or the key belongs to another account or API host: check the key and its host.",
  ApiRateLimitedError: "The API asks for a pause. Wait a minute, then refresh.",
  ApiFaultError: "The API reported a fault of its own. Try again later; your key is not the cause.",
  ApiStatusError: "The API refused the request.",
  ApiUnreachableError:
    "The API's host cannot be reached. Check VPN, proxy or firewall, then try again.",
  ApiTimeoutError: "The API did not answer within 15 seconds. Try again.",
  ApiAnswerError:
    "The API's answer could not be understood, so nothing of it is shown. Try again; if it stays, the API may have changed.",
  ApiRequestError:
    "Part of the request could not be sent as it stands: an id or a number is not usable.",
  ApiCancelledError: "Stopped.",
  ReadOnlyModeError: "Read-only mode is on, so nothing was sent. Allow changes first.",
  ChangedMeanwhileError:
    "Somebody else changed this in the meantime, so nothing was sent. Close this, look at it again, then decide.",
  WriteObstacleError: "Nothing was sent: what was checked before has changed. Look at it again.",
  MalformedOrderError: "Nothing was sent: something is missing in the form.",
  ApiAnswerTooLargeError: "The API's answer was larger than expected and was not read.",
};

const OFFLINE = "This computer is offline. Check the connection and try again.";

type Facts = Partial<Record<"apiMessage" | "cause" | "field" | "retryAfterMs", unknown>>;

/**
 * @param failure - An error of this context, or one from the background with its `facts`. What the
 * API itself said (`apiMessage`) is plain text, free of secrets.
 */
export function failureWords(failure: Error & { facts?: Facts }): string {
  const facts: Facts = failure.facts ?? (failure as Facts);
  if (facts.cause === "offline") return OFFLINE;
  const words = WORDS[failure.name] ?? "Something went wrong, and nothing was changed. Try again.";
  const more = [words];
  if (failure.name === "ApiAnswerError" && typeof facts.field === "string") {
    more.push(`Not understood: ${facts.field}.`);
  }
  if (typeof facts.retryAfterMs === "number") {
    more.push(`It asks for ${Math.ceil(facts.retryAfterMs / 1000)} seconds.`);
  }
  if (typeof facts.apiMessage === "string" && facts.apiMessage !== "") {
    more.push(`The API says: “${facts.apiMessage}”`);
  }
  return more.join(" ");
}
