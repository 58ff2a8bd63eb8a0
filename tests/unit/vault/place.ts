import "fake-indexeddb/auto";
import type { Capture } from "../../../lib/keys/api-key";
import type { KeyFacts } from "../../../lib/vault/records";
import { createVault, type SessionArea, type Vault } from "../../../lib/vault/vault";
import { openVaultDb, type VaultDb } from "../../../lib/vault/vault-db";

export const PASSPHRASE = "velvet harbor cactus 91 mongoose";
export const START_MS = Date.parse("2027-03-01T10:00:00Z");

/** `storage.session` of one browser: JSON only on Chromium, `CryptoKey` too on Firefox. */
export class MemorySession implements SessionArea {
  readonly entries = new Map<string, unknown>();
  readonly keepsCryptoKeys: boolean;
  constructor(browser: "chromium" | "firefox" = "chromium") {
    this.keepsCryptoKeys = browser === "firefox";
  }
  async get(key: string): Promise<unknown> {
    const value = this.entries.get(key);
    return this.keepsCryptoKeys ? value : value && JSON.parse(JSON.stringify(value));
  }
  async set(key: string, value: unknown): Promise<void> {
    this.entries.set(key, this.keepsCryptoKeys ? value : JSON.parse(JSON.stringify(value)));
  }
  async remove(key: string): Promise<void> {
    this.entries.delete(key);
  }
}

/** One browser profile: a database, a session area and a clock that the test moves. */
export interface Place {
  db: VaultDb;
  session: MemorySession;
  clock: { nowMs: number };
  /** Another context over the same profile. */
  open(): Vault;
}

export async function newPlace(session = new MemorySession()): Promise<Place> {
  const db = await openVaultDb(crypto.randomUUID());
  const clock = { nowMs: START_MS };
  return { db, session, clock, open: () => createVault({ db, session, now: () => clock.nowMs }) };
}

export interface Disk {
  rows: unknown[];
  inbox: unknown[];
  session: unknown[];
  memory: [string, unknown][];
  nowMs: number;
}

/** Everything of a profile, the browser's memory included. */
export async function imageOf({ db, session, clock }: Place): Promise<Disk> {
  const [rows, inbox, wrapping] = await Promise.all([
    db.getAll("rows"),
    db.getAll("inbox"),
    db.getAll("session"),
  ]);
  const memory = [...session.entries];
  return structuredClone({ rows, inbox, session: wrapping, memory, nowMs: clock.nowMs });
}

/** A profile with that content. */
export async function placeFrom(image: Disk): Promise<Place> {
  const place = await newPlace();
  place.clock.nowMs = image.nowMs;
  for (const [key, value] of image.memory) place.session.entries.set(key, structuredClone(value));
  const transaction = place.db.transaction(["rows", "inbox", "session"], "readwrite");
  for (const store of ["rows", "inbox", "session"] as const)
    for (const value of image[store]) void transaction.objectStore(store).put(value as never);
  await transaction.done;
  return place;
}

export function factsOf(description: string, at = "2027-09-01T12:34:56.000Z"): KeyFacts {
  return {
    description,
    apiHost: "api.partner.impossiblecloud.com",
    end: { kind: "at", at, from: "token" },
    createdAt: null,
    savedAt: "2027-03-01T10:00:00.000Z",
    origin: "pasted",
    verifiedAt: null,
    lastTest: null,
    lastUsedAt: null,
    tags: [],
    notes: "",
    mayBeExposed: false,
  };
}

export function captureOf(description: string, token = `token of ${description}`): Capture {
  return {
    captureId: crypto.randomUUID(),
    token,
    description,
    end: { kind: "at", at: "2027-09-01T12:34:56.000Z", from: "console" },
    capturedAt: "2027-03-01T10:00:00.000Z",
  };
}
