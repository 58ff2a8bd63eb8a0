import type { KeyEnd } from "../../../lib/keys/api-key";
import { createdAtOfToken, endOfToken, readToken } from "../../../lib/keys/token";
import { commit } from "../../../lib/vault/commit";
import { openRow } from "../../../lib/vault/envelope";
import { parseRow, type Row } from "../../../lib/vault/format";
import type { RowEntry } from "../../../lib/vault/manifest";
import { CURRENT_SET, PARAMETER_SETS } from "../../../lib/vault/parameter-sets";
import { readWithManifest } from "../../../lib/vault/read-with-manifest";
import { sealRecord } from "../../../lib/vault/records";
import { isPinned, pinsOf } from "../../../lib/vault/row-set";
import { withEntry } from "../../../lib/vault/seal-manifest";
import { unpadJson } from "../../../lib/vault/unpad";
import { createVault } from "../../../lib/vault/vault";
import { rowsOf } from "../../../lib/vault/vault-db";
import { database, freshGate, place } from "./own-place";

export { timePartnersSnapshot } from "./partners-snapshot";

/** Files any number of keys as one generation of the vault, by the vault's own code. */
export async function fill(keys: { token: string; description: string }[]): Promise<void> {
  const gate = await freshGate();
  const live = await gate.keys();
  await commit(gate, live, {
    read: async () => null,
    make: async (manifest, _, generation) => {
      const sealed: { rows: [Row, Row]; entry: RowEntry }[] = await Promise.all(
        keys.map(({ token, description }) =>
          sealRecord(live, {
            id: crypto.randomUUID(),
            token,
            facts: factsOf(token, description),
            generation,
            withHours: true,
          }),
        ),
      );
      const listed = sealed.map(({ entry }) => entry);
      const first = listed[0];
      if (!first) return null;
      const grown = withEntry(manifest, first);
      return {
        manifest: { ...grown, rows: [...grown.rows, ...listed.slice(1)] },
        put: sealed.flatMap(({ rows }) => rows),
      };
    },
  });
}

/** What the background does two seconds after the last change of keys. */
export async function keepIndex(): Promise<void> {
  await createVault(await place()).refreshKeyIndex();
}

function factsOf(text: string, description: string) {
  const token = readToken(text);
  const end: KeyEnd = token ? endOfToken(token) : { kind: "unknown" };
  return {
    description,
    apiHost: "api.partner.impossiblecloud.com",
    end,
    createdAt: token && createdAtOfToken(token),
    savedAt: new Date().toISOString(),
    origin: "pasted" as const,
    verifiedAt: null,
    lastTest: null,
    lastUsedAt: null,
    tags: [],
    notes: "",
    mayBeExposed: false,
  };
}

/** ms to open every record's listed part, as a popup does. */
export async function timeOpening(expected: number): Promise<number> {
  const vault = createVault(await place());
  const startedAtMs = performance.now();
  const keys = await vault.keys();
  const tookMs = performance.now() - startedAtMs;
  if (keys.length !== expected) throw new Error(`${keys.length} of ${expected} records opened`);
  return tookMs;
}

/** ms of each step of opening, one after the other; their sum is more than the steps together take. */
export async function timeSteps(): Promise<Record<string, number>> {
  const steps: Record<string, number> = {};
  const step = async <T>(name: string, work: () => Promise<T> | T): Promise<T> => {
    const startedAtMs = performance.now();
    const result = await work();
    steps[name] = performance.now() - startedAtMs;
    return result;
  };
  const gate = await freshGate();
  const keys = await step("session key", () => gate.keys());
  const { stored, found } = await step("getAll", () =>
    readWithManifest(gate.place.db, ({ rows }) => rows.getAll(rowsOf("record", 1))),
  );
  const manifest = await step("manifest", () => gate.verified(keys, stored));
  if (!manifest) throw new Error("the manifest did not open");
  const rows = await step("parse rows", () =>
    found.flatMap((value) => {
      const row = parseRow(value);
      return row ? [row] : [];
    }),
  );
  const pins = await step("index pins", () => pinsOf(manifest));
  await step("hash pins", () => Promise.all(rows.map((row) => isPinned(row, pins))));
  const opened = await step("derive and decrypt", () =>
    Promise.all(rows.map((row) => openRow(keys, row))),
  );
  await step("unpad and parse", () => opened.map((bytes) => bytes && unpadJson(bytes)));
  return steps;
}

/** A bare WebCrypto loop over as many records of the same sizes: one derived key and one decryption each. */
export async function prepareLoop(): Promise<() => Promise<number>> {
  const db = await database;
  const stored: unknown[] = await db.getAll("rows", rowsOf("record", 1));
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const base = await crypto.subtle.importKey("raw", raw, "HKDF", false, ["deriveKey"]);
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const keyFor = (index: number) =>
    crypto.subtle.deriveKey(
      { name: "HKDF", hash: "SHA-256", salt, info: new Uint32Array([index]) },
      base,
      { name: "AES-GCM", length: 256 },
      false,
      ["encrypt", "decrypt"],
    );
  const additionalData = new Uint8Array(100);
  const sealed = await Promise.all(
    stored.map(async (value, index) => {
      const size = (parseRow(value)?.ciphertext.length ?? 528) - 16;
      const key = await keyFor(index);
      return crypto.subtle.encrypt(
        { name: "AES-GCM", iv, additionalData },
        key,
        new Uint8Array(size),
      );
    }),
  );
  return async () => {
    const startedAtMs = performance.now();
    await Promise.all(
      sealed.map(async (ciphertext, index) =>
        crypto.subtle.decrypt(
          { name: "AES-GCM", iv, additionalData },
          await keyFor(index),
          ciphertext,
        ),
      ),
    );
    return performance.now() - startedAtMs;
  };
}

/** ms of reading every listed row and nothing else. */
export async function timeGetAll(): Promise<number> {
  const db = await database;
  const startedAtMs = performance.now();
  await db.getAll("rows", rowsOf("record", 1));
  return performance.now() - startedAtMs;
}

/** ms of one Argon2id with the parameters of a new slot. */
export async function timeDerivation(): Promise<number> {
  const { memoryKiB, passes, lanes } = PARAMETER_SETS[CURRENT_SET];
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const startedAtMs = performance.now();
  const { argon2id } = await import("hash-wasm");
  await argon2id({
    password: "a passphrase of the usual length",
    salt,
    memorySize: memoryKiB,
    iterations: passes,
    parallelism: lanes,
    hashLength: 64,
    outputType: "binary",
  });
  return performance.now() - startedAtMs;
}

let scratch: Promise<IDBDatabase> | undefined;

/** ms of writing 1 KiB durably into a database of its own. */
export async function timeStrictPut(): Promise<number> {
  scratch ??= openScratch();
  const db = await scratch;
  const value = crypto.getRandomValues(new Uint8Array(1024));
  const startedAtMs = performance.now();
  await new Promise<void>((resolve, reject) => {
    const transaction = db.transaction("values", "readwrite", { durability: "strict" });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.objectStore("values").put(value, "one");
  });
  return performance.now() - startedAtMs;
}

function openScratch(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("bench");
    request.onupgradeneeded = () => request.result.createObjectStore("values");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
