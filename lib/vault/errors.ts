/** The vault key is not at hand: ask for the passphrase. */
export class VaultLockedError extends Error {
  override name = "VaultLockedError";
  constructor() {
    super("the vault is locked");
  }
}

/** There is no vault on this computer yet. */
export class NoVaultError extends Error {
  override name = "NoVaultError";
  constructor() {
    super("there is no vault");
  }
}

/** A vault, or what is left of one, stands where a new one was to be created. */
export class VaultExistsError extends Error {
  override name = "VaultExistsError";
  constructor() {
    super("there is a vault already");
  }
}

export class WeakPassphraseError extends Error {
  override name = "WeakPassphraseError";
  constructor() {
    super("the passphrase is too short");
  }
}

/** Nothing was changed: the disk is full, the transaction was aborted, or what was read back differs. */
export class NotSavedError extends Error {
  override name = "NotSavedError";
  constructor(options?: ErrorOptions) {
    super("nothing was saved", options);
  }
}

export class InboxFullError extends Error {
  override name = "InboxFullError";
  constructor() {
    super("too many tokens are waiting");
  }
}

/** More than a record, a capture or a document may hold. */
export class TooLargeError extends Error {
  override name = "TooLargeError";
  constructor() {
    super("more than the vault takes in one piece");
  }
}

export class MalformedCaptureError extends Error {
  override name = "MalformedCaptureError";
  constructor() {
    super("the capture is malformed");
  }
}

/** Nothing is held under that capture id: the token must be sent again. */
export class NotHeldError extends Error {
  override name = "NotHeldError";
  constructor() {
    super("nothing is held under that id");
  }
}

export class NoSuchKeyError extends Error {
  override name = "NoSuchKeyError";
  constructor() {
    super("the vault holds no such key");
  }
}

/** The same token is kept already, as `keyId`. */
export class DuplicateKeyError extends Error {
  override name = "DuplicateKeyError";
  readonly keyId: string;
  constructor(keyId: string) {
    super("the vault holds this key already");
    this.keyId = keyId;
  }
}

/** Written by a later version of the extension; nothing of it is guessed. */
export class NewerFormatError extends Error {
  override name = "NewerFormatError";
  constructor() {
    super("made by a newer version");
  }
}

/** What stands on the disk is not what was written. `rowIds` are ids only, never content. */
export class DamagedVaultError extends Error {
  override name = "DamagedVaultError";
  readonly rowIds: readonly string[];
  constructor(rowIds: readonly string[]) {
    super(`damaged rows: ${rowIds.length}`);
    this.rowIds = rowIds;
  }
}

/** Both copies of the vault are older than what was last seen here: nothing is written until the person decides. */
export class OlderCopyError extends Error {
  override name = "OlderCopyError";
  constructor() {
    super("this is an older copy of the vault");
  }
}

/** The backup's passphrase does not open the file. */
export class WrongBackupPassphraseError extends Error {
  override name = "WrongBackupPassphraseError";
  constructor() {
    super("the passphrase does not open the backup");
  }
}

/** The file is no backup of this extension, or a damaged one. */
export class NotABackupError extends Error {
  override name = "NotABackupError";
  constructor() {
    super("the file is not a backup");
  }
}

/** What a new slot or vault key was to be proven with does not open the vault. */
export class WrongProofError extends Error {
  override name = "WrongProofError";
  constructor() {
    super("the proof does not open the vault");
  }
}

/** The passkey gave nothing to make a key of. */
export class UselessPasskeyError extends Error {
  override name = "UselessPasskeyError";
  constructor() {
    super("the passkey gave no usable secret");
  }
}
