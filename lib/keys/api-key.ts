/** How we know when a key ends. A token's own claim outweighs the console's text, the text a person's word. */
export type EndSource = "token" | "console" | "person";

/** The end of an API key's life. `at` is an ISO instant in UTC: the last moment the key works. */
export type KeyEnd =
  | { kind: "at"; at: string; from: EndSource }
  | { kind: "never"; from: EndSource }
  | { kind: "unknown" };

/** Why the last test of a key ended as it did. */
export type TestOutcome =
  | "works"
  | "expired"
  | "refused"
  | "wrong-role"
  | "offline"
  | "unreachable"
  | "rate-limited"
  | "vendor-fault"
  | "not-understood";

/** What a list shows of a kept key. The token itself is stored apart and opened only when it is used. */
export interface ApiKey {
  id: string;
  description: string;
  /** Host name the key is bound to, such as `api.partner.impossiblecloud.com`. */
  apiHost: string;
  end: KeyEnd;
  /** ISO instant by the token's own claim or the console, `null` when neither said. */
  createdAt: string | null;
  savedAt: string;
  /** First 16 hex digits of the token's SHA-256: tells two keys apart, opens nothing. */
  fingerprint: string;
  origin: "captured" | "pasted";
  /** When an API call last succeeded with it; `null` while unverified. */
  verifiedAt: string | null;
  lastTest: { at: string; outcome: TestOutcome } | null;
  lastUsedAt: string | null;
  /** Where the key is used, in the person's own words ("Veeam host 3"). */
  tags: string[];
  notes: string;
  /** Captured while the inbox's public key had been exchanged: to be revoked. */
  mayBeExposed: boolean;
}

/** A token on its way from the page into the vault. */
export interface Capture {
  /** UUID chosen where the token was seen; sending it again changes nothing. */
  captureId: string;
  token: string;
  /** As typed into the console's form; empty when it was not seen. */
  description: string;
  /** As the console's form said; the token's own claim is read later and outweighs it. */
  end: KeyEnd;
  capturedAt: string;
  /** The host the page's own API links lead to; absent where it shows none, or more than one. */
  apiHost?: string;
}
