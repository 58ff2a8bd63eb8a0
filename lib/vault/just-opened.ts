/**
 * What an unlock tells the views of the extension, so that none of them has to look for it: the
 * session's key as it works, which cannot be exported, and which manifest was proven. Told while the
 * session is being begun; and again when it stands, where nothing waited in the inbox beside it and
 * the key may be kept in the session area.
 */
export interface JustOpened {
  sessionId: string;
  vaultId: string;
  base: CryptoKey;
  /** Of the manifest. */
  mac: string;
}
