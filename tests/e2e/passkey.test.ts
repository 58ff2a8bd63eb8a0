import type { CDPSession, Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { byRole, press, typeInto } from "./find.ts";
import { createVault, PASSPHRASE, told } from "./vault-owner.ts";

let icmc: Icmc;
let browser: TestBrowser;
let page: Page;
let client: CDPSession;
let authenticatorId: string;

beforeAll(async () => {
  icmc = await startIcmc();
  browser = await launchBrowser({ port: icmc.port });
  await browser.openConsole("/");
  await (await createVault(browser)).close();
  page = await browser.openWorkspace();
  client = await page.createCDPSession();
  await client.send("WebAuthn.enable");
  authenticatorId = await plugIn();
  await press(page, "link", "Vault");
  await byRole(page, "heading", "Health");
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
});

async function plugIn(hasPrf = true): Promise<string> {
  const { authenticatorId: id } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
  return id;
}

async function addPasskey(): Promise<void> {
  await press(page, "button", "Add a passkey");
  await typeInto(page, "Current passphrase", PASSPHRASE);
  await press(page, "button", "Add passkey");
}

async function unlockByPassphrase(): Promise<void> {
  await typeInto(page, "Passphrase", PASSPHRASE);
  await page.keyboard.press("Enter");
  await byRole(page, "heading", "Health", 15_000);
}

it("opens the vault with the right passkey", async () => {
  await addPasskey();
  await told(page, /^The passkey was added/);
  await press(page, "button", "Lock now");
  await press(page, "button", "Unlock with passkey");
  await byRole(page, "heading", "Health", 15_000);
});

it("does not open with a passkey whose secret is another one, and the passphrase still does", async () => {
  const { credentials } = await client.send("WebAuthn.getCredentials", { authenticatorId });
  const [credential] = credentials;
  if (!credential) throw new Error("no credential");
  // The same credential on another device: everything is right but the PRF's secret.
  await client.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
  authenticatorId = await plugIn();
  await client.send("WebAuthn.addCredential", { authenticatorId, credential });
  await press(page, "button", "Lock now");
  await press(page, "button", "Unlock with passkey");
  await told(page, /^This passkey does not open the vault/);
  await unlockByPassphrase();
});

it("does not open when the passkey was deleted, and the passphrase still does", async () => {
  await client.send("WebAuthn.clearCredentials", { authenticatorId });
  await press(page, "button", "Lock now");
  await press(page, "button", "Unlock with passkey");
  await told(page, /^The passkey was cancelled or did not answer/, 70_000);
  await unlockByPassphrase();
}, 100_000);

it("refuses a passkey that gives no secret", async () => {
  await client.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
  authenticatorId = await plugIn(false);
  await addPasskey();
  await told(page, /^This passkey cannot open a vault/);
  await press(page, "button", "Cancel");
});

it("heard no error of ours", () => {
  expect(browser.errors()).toEqual([]);
});
