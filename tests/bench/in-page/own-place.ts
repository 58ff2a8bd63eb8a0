import type { SessionArea } from "../../../lib/vault/vault";
import { openVaultDb } from "../../../lib/vault/vault-db";
import { VaultGate } from "../../../lib/vault/vault-gate";

interface StorageArea {
  get(key: string | string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

const area = (globalThis as unknown as { chrome: { storage: { session: StorageArea } } }).chrome
  .storage.session;
const session: SessionArea = {
  keepsCryptoKeys: false,
  get: async (key) => (await area.get(key))[key],
  getEach: async (keys) => {
    const found = await area.get(keys);
    return keys.map((key) => found[key]);
  },
  set: (key, value) => area.set({ [key]: value }),
  setEach: (entries) => area.set(entries),
  remove: (key) => area.remove(key),
};
export const database = openVaultDb();
/** What is measured here is the first copy; the product's own background makes the second. */
const alone = {
  second: {
    mirror: noCopies(),
    anchor: noCopies(),
    exclusively: <T>(work: () => Promise<T>) => work(),
  },
  keyLine: { offer: () => undefined, ask: async () => null },
};

function noCopies() {
  return {
    get: async () => ({}),
    names: async () => [],
    set: async () => undefined,
    remove: async () => undefined,
  };
}

/** All that a view of the vault stands on; the extension's own views say the same in `lib/browser`. */
export async function place() {
  return { db: await database, session, ...alone, now: Date.now };
}

/** A view of the vault that has seen nothing yet, as a popup that just opened has. */
export async function freshGate(): Promise<VaultGate> {
  return new VaultGate(await place());
}
