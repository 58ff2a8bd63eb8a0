import { anchorArea } from "../../../lib/browser/vault/anchor-area";
import { mirrorDb } from "../../../lib/vault/mirror-db";
import type { CopyArea } from "../../../lib/vault/second-place";
import { createVault, type SessionArea } from "../../../lib/vault/vault";
import { openVaultDb } from "../../../lib/vault/vault-db";

interface Area {
  get(name: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(names: string | string[]): Promise<void>;
}

const { session, local } = (
  globalThis as unknown as { chrome: { storage: { session: Area; local: Area } } }
).chrome.storage;

const isFirefox = location.protocol === "moz-extension:";

const sessionArea: SessionArea = {
  keepsCryptoKeys: isFirefox,
  get: async (name) => (await session.get(name))[name],
  getEach: async (names) => {
    const found = await session.get(names);
    return names.map((name) => found[name]);
  },
  set: (name, value) => session.set({ [name]: value }),
  setEach: (entries) => session.set(entries),
  remove: (name) => session.remove(name),
};
const localCopies: CopyArea = {
  get: (names) => local.get(names),
  names: async (prefix) =>
    Object.keys(await local.get(null)).filter((name) => name.startsWith(prefix)),
  set: (entries) => local.set(entries),
  remove: (names) => local.remove(names),
};

/** What a view of the vault sees that has seen nothing before. */
export interface Look {
  state: string;
  damaged: string[];
  keys: { description: string; token: string | null }[];
  held: number;
  copies: string | null;
  findings: string[];
}

export async function look(): Promise<Look> {
  const vault = await fresh();
  const state = await vault.state();
  if (state !== "open" && state !== "older")
    return { state, damaged: [], keys: [], held: 0, copies: null, findings: [] };
  const keys = await Promise.all(
    (await vault.keys()).map(async ({ id, description }) => ({
      description,
      token: await vault.token(id).catch(() => null),
    })),
  );
  const [damaged, held, health] = await Promise.all([
    vault.damagedRows(),
    vault.heldTokens(),
    vault.health(),
  ]);
  const findings = health.findings.map(({ kind }) => kind);
  return { state, damaged, keys, held: held.length, copies: health.copies, findings };
}

/** The passphrase slot's row with its bytes in base64, for whoever wants to derive the vault key outside. */
export async function slotRow(): Promise<unknown> {
  const db = await openVaultDb();
  const [row] = (await db.getAll("rows")).filter(
    ({ kind, clear }) => kind === "slot" && JSON.parse(clear).slotKind === "passphrase",
  );
  db.close();
  return row && { ...row, nonce: row.nonce.toBase64(), ciphertext: row.ciphertext.toBase64() };
}

/** Every row as text: whatever changes in the vault changes this. */
export async function allRows(): Promise<string> {
  const db = await openVaultDb();
  const [rows, inbox] = await Promise.all([db.getAll("rows"), db.getAllKeys("inbox")]);
  db.close();
  return JSON.stringify([
    rows.map((row) => [row.kind, row.id, row.part, row.revision, row.ciphertext.toBase64()]),
    inbox,
  ]);
}

/** Saves as one of several writers. @returns how many were acknowledged. */
export async function saveMany(keys: { token: string; description: string }[]): Promise<number> {
  const vault = await fresh();
  let acknowledged = 0;
  for (const { token, description } of keys) {
    const { id } = await vault.addKey(token, {
      description,
      apiHost: "api.partner.impossiblecloud.com",
      end: { kind: "unknown" },
      createdAt: null,
      savedAt: new Date().toISOString(),
      origin: "pasted",
      verifiedAt: null,
      lastTest: null,
      lastUsedAt: null,
      tags: [],
      notes: "",
      mayBeExposed: false,
    });
    if (id) acknowledged += 1;
  }
  return acknowledged;
}

export async function createHere(passphrase: string): Promise<void> {
  await (await fresh()).create(passphrase);
}

/** Seals a token into the inbox, as the console's page has it done. */
export async function hold(token: string, description: string): Promise<string> {
  const end = { kind: "unknown" } as const;
  const capturedAt = new Date().toISOString();
  const captureId = crypto.randomUUID();
  return (await fresh()).hold({ captureId, token, description, end, capturedAt });
}

export async function generation(): Promise<number> {
  return (await (await fresh()).health()).generation;
}

async function fresh() {
  return createVault({
    db: await openVaultDb(),
    session: sessionArea,
    second: {
      mirror: isFirefox ? mirrorDb() : localCopies,
      anchor: anchorArea(localCopies),
      exclusively: (work) => navigator.locks.request("vault-copies", work),
    },
    keyLine: { offer: () => undefined, ask: async () => null },
    now: Date.now,
  });
}
