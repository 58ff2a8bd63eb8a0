import "fake-indexeddb/auto";
import type { Capture } from "../../../lib/keys/api-key";
import type { AutoLockMinutes } from "../../../lib/vault/auto-lock";
import type { KeyLine } from "../../../lib/vault/key-line";
import type { KeyFacts } from "../../../lib/vault/records";
import type { CopyArea, SecondPlace } from "../../../lib/vault/second-place";
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
    return this.#kept(this.entries.get(key));
  }
  async getEach(keys: string[]): Promise<unknown[]> {
    return keys.map((key) => this.#kept(this.entries.get(key)));
  }
  async set(key: string, value: unknown): Promise<void> {
    this.entries.set(key, this.#kept(value));
  }
  async setEach(entries: Record<string, unknown>): Promise<void> {
    for (const [key, value] of Object.entries(entries)) this.entries.set(key, this.#kept(value));
  }
  async remove(key: string): Promise<void> {
    this.entries.delete(key);
  }
  #kept(value: unknown): unknown {
    return this.keepsCryptoKeys ? value : value && JSON.parse(JSON.stringify(value));
  }
}

/** `storage.local` of one browser. */
export class MemoryCopies implements CopyArea {
  readonly entries = new Map<string, unknown>();
  /** Set by a test to a full or broken store. */
  isFull = false;
  async get(names: string[]): Promise<Record<string, unknown>> {
    const own = names.filter((name) => this.entries.has(name));
    return structuredClone(Object.fromEntries(own.map((name) => [name, this.entries.get(name)])));
  }
  async names(prefix: string): Promise<string[]> {
    return [...this.entries.keys()].filter((name) => name.startsWith(prefix));
  }
  async set(entries: Record<string, unknown>): Promise<void> {
    if (this.isFull) throw new Error("no space");
    for (const [name, value] of Object.entries(entries))
      this.entries.set(name, JSON.parse(JSON.stringify(value)));
  }
  async remove(names: string[]): Promise<void> {
    for (const name of names) this.entries.delete(name);
  }
}

/** Contexts of one browser that can ask each other for the key; a dead one answers nobody. */
export class MemoryKeyLines {
  readonly held = new Map<object, { sessionId: string; base: CryptoKey }>();
  line(): KeyLine {
    const context = {};
    return {
      offer: (held) => {
        if (held) this.held.set(context, held);
        else this.held.delete(context);
      },
      ask: async (sessionId) =>
        [...this.held.values()].find((one) => one.sessionId === sessionId)?.base ?? null,
    };
  }
}

/** One browser profile: a database, a session area and a clock that the test moves. */
export interface Place {
  db: VaultDb;
  session: MemorySession;
  second: SecondPlace & { mirror: MemoryCopies; anchor: MemoryCopies };
  lines: MemoryKeyLines;
  clock: { nowMs: number };
  /** What an organisation would fix the time until the lock to. */
  fixed: { lockMinutes: AutoLockMinutes | null };
  /** Another context over the same profile. */
  open(): Vault;
}

export async function newPlace(session = new MemorySession()): Promise<Place> {
  const db = await openVaultDb(crypto.randomUUID());
  const clock = { nowMs: START_MS };
  const second = {
    mirror: new MemoryCopies(),
    anchor: new MemoryCopies(),
    exclusively: inTurn(),
  };
  const lines = new MemoryKeyLines();
  const fixed: Place["fixed"] = { lockMinutes: null };
  const open = () =>
    createVault({
      db,
      session,
      second,
      keyLine: lines.line(),
      now: () => clock.nowMs,
      fixedLockMinutes: async () => fixed.lockMinutes,
    });
  return { db, session, second, lines, clock, fixed, open };
}

function inTurn(): SecondPlace["exclusively"] {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

export interface Disk {
  rows: unknown[];
  inbox: unknown[];
  session: unknown[];
  memory: [string, unknown][];
  /** The second copy and the anchor; a disk from before they existed has none. */
  mirror?: [string, unknown][];
  anchor?: [string, unknown][];
  nowMs: number;
}

/** Everything of a profile, the browser's memory included. */
export async function imageOf({ db, session, second, clock }: Place): Promise<Disk> {
  const [rows, inbox, wrapping] = await Promise.all([
    db.getAll("rows"),
    db.getAll("inbox"),
    db.getAll("session"),
  ]);
  const memory = [...session.entries];
  const mirror = [...second.mirror.entries];
  const anchor = [...second.anchor.entries];
  return structuredClone({
    rows,
    inbox,
    session: wrapping,
    memory,
    mirror,
    anchor,
    nowMs: clock.nowMs,
  });
}

/** A profile with that content. */
export async function placeFrom(image: Disk): Promise<Place> {
  const place = await newPlace();
  place.clock.nowMs = image.nowMs;
  for (const [key, value] of image.memory) place.session.entries.set(key, structuredClone(value));
  for (const [name, value] of image.mirror ?? []) place.second.mirror.entries.set(name, value);
  for (const [name, value] of image.anchor ?? []) place.second.anchor.entries.set(name, value);
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
