import { browser } from "wxt/browser";
import type { SessionArea } from "../vault/vault";

/** `storage.session`: in memory only, closed to content scripts, gone with the browser. */
export const sessionArea: SessionArea = {
  keepsCryptoKeys: import.meta.env.FIREFOX,
  async get(key) {
    return (await browser.storage.session.get(key))[key];
  },
  async getEach(keys) {
    const found = await browser.storage.session.get(keys);
    return keys.map((key) => found[key]);
  },
  async set(key, value) {
    await browser.storage.session.set({ [key]: value });
  },
  async setEach(entries) {
    await browser.storage.session.set(entries);
  },
  async remove(key) {
    await browser.storage.session.remove(key);
  },
};
