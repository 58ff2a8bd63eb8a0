import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { downloaded } from "./downloaded.ts";
import { allByRole, byLabel, byRole, byText, press, typeInto } from "./find.ts";
import { until } from "./our-marks.ts";
import { addKeyByHand, createVault, listedKeys, PASSPHRASE, told } from "./vault-owner.ts";

const NEW_PASSPHRASE = "amber tunnel giraffe 12 pebble";
const BACKUP_PASSPHRASE = "quiet lantern orbit 77 meadow";

let icmc: Icmc;
let browser: TestBrowser;
let downloads: string;
let passphrase = PASSPHRASE;
let recoveryCode = "";

beforeAll(async () => {
  icmc = await startIcmc();
  browser = await launchBrowser({ port: icmc.port });
  downloads = await mkdtemp(join(tmpdir(), "icmc-downloads-"));
  await browser.openConsole("/");
  const popup = await createVault(browser);
  for (const [at, { token }] of icmc.control.issuedKeys().slice(0, 2).entries())
    await addKeyByHand(popup, token, `Key ${at + 1}`);
  await popup.close();
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
  await rm(downloads, { recursive: true, force: true });
});

async function vaultPage(): Promise<Page> {
  const page = await browser.openWorkspace();
  await press(page, "link", "Vault");
  await byRole(page, "heading", "Health");
  return page;
}

async function lockAndUnlock(page: Page, word: string): Promise<void> {
  await press(page, "button", "Lock now");
  await typeInto(page, "Passphrase", word);
  await page.keyboard.press("Enter");
}

async function newCode(page: Page): Promise<string> {
  await press(page, "button", "New recovery code");
  await typeInto(page, "Current passphrase", passphrase);
  await press(page, "button", "Make recovery code");
  await told(page, /^Write this down/);
  return page.$eval("output.mono", (output) => output.textContent ?? "");
}

async function lockAndEnter(page: Page, code: string): Promise<void> {
  await press(page, "button", "Lock now");
  await press(page, "button", "Use the recovery code");
  await typeInto(page, "Recovery code", code);
  await page.keyboard.press("Enter");
}

async function gone(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((one) => !document.querySelector(one), {}, selector);
}

const textOf = (page: Page) => page.evaluate(() => document.body.textContent ?? "");

describe("the vault page", () => {
  it("says how the vault stands and what it recorded", async () => {
    const page = await vaultPage();
    await byText(page, "Both copies agree");
    const text = await textOf(page);
    expect(text).toContain("Never. Whoever loses this profile");
    expect(text).toContain("15 minutes after the last use");
    expect(text).toContain("Key added by hand: Key 2");
    expect(text).toContain("Vault created");
    await page.close();
  });

  it("makes a backup that was opened on trial, and brings nothing in twice", async () => {
    const page = await vaultPage();
    await browser.downloadTo(downloads);
    await typeInto(page, "Backup passphrase", BACKUP_PASSPHRASE);
    await typeInto(page, "Repeat backup passphrase", BACKUP_PASSPHRASE);
    await press(page, "button", "Make backup");
    await told(page, /^2 of 2 keys verified/, 40_000);
    const file = await downloaded(downloads, ".age");
    const field = await byLabel(page, "Backup file");
    await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
    await typeInto(page, "Passphrase of the backup", BACKUP_PASSPHRASE);
    await press(page, "button", "Show what is in it");
    await byRole(page, "list", "Keys in the backup", 40_000);
    await byRole(page, "button", "Nothing to import");
    await page.close();
  });

  it("changes the passphrase", async () => {
    const page = await vaultPage();
    await press(page, "button", "Change passphrase");
    await typeInto(page, "Current passphrase", passphrase);
    await typeInto(page, "New passphrase", NEW_PASSPHRASE);
    await typeInto(page, "Repeat new passphrase", NEW_PASSPHRASE);
    await press(page, "button", "Change passphrase");
    await told(page, /^The passphrase was changed/);
    await lockAndUnlock(page, passphrase);
    await told(page, /does not open the vault/);
    passphrase = NEW_PASSPHRASE;
    await typeInto(page, "Passphrase", passphrase);
    await page.keyboard.press("Enter");
    await byRole(page, "heading", "Health", 15_000);
    await page.close();
  });

  it("makes a recovery code that opens the vault", async () => {
    const page = await vaultPage();
    await press(page, "button", "Make a recovery code");
    await typeInto(page, "Current passphrase", passphrase);
    await press(page, "button", "Make recovery code");
    await told(page, /^Write this down/);
    const shown = () => page.$eval("output.mono", (output) => output.textContent ?? "");
    const code = await shown();
    // Nothing but the word that it is written down, or a lock, takes it away.
    await press(page, "button", "Change passphrase");
    await press(page, "button", "Cancel");
    await press(page, "link", "Settings");
    await byRole(page, "heading", "Settings");
    await press(page, "link", "Vault");
    await told(page, /^Write this down/);
    expect(await shown()).toBe(code);
    await press(page, "button", "I have written it down");
    await gone(page, "output.mono");
    await lockAndEnter(page, code.toLowerCase());
    await byRole(page, "heading", "Health", 15_000);
    recoveryCode = code;
    await page.close();
  });

  it("ends an older recovery code only once the new one is written down", async () => {
    const page = await vaultPage();
    await newCode(page);
    await told(page, /The code of before opens the vault/);
    await lockAndEnter(page, recoveryCode);
    await byRole(page, "heading", "Health", 15_000);
    await told(page, /More than one recovery code/);
    expect(await page.$("output.mono")).toBeNull();

    const code = await newCode(page);
    await press(page, "button", "I have written it down");
    await gone(page, "output.mono");
    await until(
      async () => (await allByRole(page, "button", "Remove recovery code")).length === 1,
      15_000,
      async () => "the older code stays",
    );
    await lockAndEnter(page, recoveryCode);
    await told(page, /does not open the vault/);
    await typeInto(page, "Recovery code", code);
    await page.keyboard.press("Enter");
    await byRole(page, "heading", "Health", 15_000);
    await page.close();
  });

  it("takes the recovery code away in two presses, and not in one", async () => {
    const page = await vaultPage();
    const remove = () => press(page, "button", "Remove recovery code");
    await remove();
    await byText(page, "will open nothing any more");
    await page.keyboard.press("Enter");
    await gone(page, ".danger");
    await page.keyboard.press("Enter");
    await byText(page, "will open nothing any more");
    await remove();
    await byRole(page, "button", "Make a recovery code");
    expect(await allByRole(page, "button", "Remove recovery code")).toHaveLength(0);
    await page.close();
  });

  it("locks strictly: the dead worker takes the key along", async () => {
    const page = await vaultPage();
    await press(page, "link", "Settings");
    await (await byLabel(page, "Strict: keep the unlocked key in memory only")).click();
    await typeInto(page, "Passphrase", passphrase);
    await page.keyboard.press("Enter");
    await byRole(page, "heading", "Settings", 15_000);
    await page.close();
    const popup = await browser.openPopup();
    await byRole(popup, "tab", "Keys");
    await popup.close();
    await browser.killWorker();
    const locked = await browser.openPopup();
    await byLabel(locked, "Passphrase");
    await locked.close();
  });
});

describe("a vault whose every copy was deleted", () => {
  it("is called gone, and comes back from the backup", async () => {
    const popup = await browser.openPopup();
    await popup.evaluate(async () => {
      const { storage } = (globalThis as unknown as { chrome: Storage }).chrome;
      const all = await storage.local.get(null);
      const copies = Object.keys(all).filter((name) => name.startsWith("vault-mirror/"));
      await storage.local.remove(copies);
      // Firefox keeps the second copy in a database of its own.
      const holding: Record<string, string[]> = {
        vault: ["rows", "inbox"],
        "vault-mirror": ["entries"],
      };
      for (const { name = "" } of await indexedDB.databases())
        await new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const stores = holding[name] ?? [];
            if (stores.length === 0) return resolve();
            const transaction = opening.result.transaction(stores, "readwrite");
            for (const store of stores) transaction.objectStore(store).clear();
            transaction.oncomplete = () => resolve();
          };
        });
    });
    await popup.close();
    const again = await browser.openPopup();
    await told(again, /^There was a vault on this computer, and it is gone/);
    await again.close();

    const page = await browser.openWorkspace();
    const field = await byLabel(page, "Backup file");
    await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(
      await downloaded(downloads, ".age"),
    );
    await typeInto(page, "Passphrase of the backup", BACKUP_PASSPHRASE);
    await typeInto(page, "Passphrase of the new vault", PASSPHRASE);
    await typeInto(page, "Repeat passphrase of the new vault", PASSPHRASE);
    await press(page, "button", "Restore");
    await byRole(page, "list", "API keys", 40_000);
    await page.close();
    const restored = await browser.openPopup();
    await byRole(restored, "button", "Copy Key 1");
    expect((await listedKeys(restored)).map(({ description }) => description)).toEqual([
      "Key 1",
      "Key 2",
    ]);
    await restored.close();
  });

  it("left no error of ours behind", () => {
    expect(browser.errors()).toEqual([]);
  });
});

interface Storage {
  storage: {
    local: {
      get(name: null): Promise<Record<string, unknown>>;
      remove(names: string[]): Promise<void>;
    };
  };
}
