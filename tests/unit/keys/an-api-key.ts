import type { ApiKey } from "../../../lib/keys/api-key";

/** A kept key as a list shows it, with what a test cares about. */
export function anApiKey(facts: Partial<ApiKey> = {}): ApiKey {
  return {
    id: "0f2f6b0e-6f55-4f3c-9a57-000000000001",
    description: "Backup gateway",
    apiHost: "api.partner.impossiblecloud.com",
    end: { kind: "at", at: "2027-06-23T12:00:00.000Z", from: "token" },
    createdAt: "2026-11-20T08:00:00.000Z",
    savedAt: "2026-11-20T08:00:05.000Z",
    fingerprint: "00112233445566ff",
    origin: "captured",
    verifiedAt: null,
    lastTest: null,
    lastUsedAt: null,
    tags: [],
    notes: "",
    mayBeExposed: false,
    ...facts,
  };
}
