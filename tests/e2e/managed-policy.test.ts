import { createHash } from "node:crypto";
import { accessSync, constants, mkdirSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { bundleOf, WANTED } from "./browser-kind.ts";
import { launchChromium, type TestChromium } from "./chromium.ts";
import { byLabel, byRole, byText, press, typeInto } from "./find.ts";
import { launchFirefox, type TestFirefox } from "./firefox.ts";
import { addKeyByHand, createVault, PASSPHRASE, told } from "./vault-owner.ts";

const FIREFOX_ID = "icmc-companion@impossiblecloud.example";
/** Where Debian's Chromium looks; the browser's maker names another folder for each brand. */
const POLICIES = "/etc/chromium/policies/managed";
const POLICY = {
  lockMinutes: 5,
  forbidBackup: true,
  forbidCopy: true,
  readOnlyApi: true,
  longestKeyDays: 60,
  allowedApiHosts: ["api.partner.eu-west-1.impossiblecloud.com"],
  forbidPasskey: true,
};

let icmc: Icmc;

beforeAll(async () => {
  icmc = await startIcmc();
});

afterAll(() => icmc?.close());

/** What the settings and the vault page say and refuse under {@link POLICY}. */
async function expectManaged(page: Page): Promise<void> {
  await byRole(page, "heading", "Settings");
  await byRole(page, "heading", "Set by your organisation");
  for (const words of [
    "The vault locks after the last use: 5 minutes",
    "Backups cannot be made.",
    "Nothing can be changed through the API.",
    "A new key lives 60 days at most",
    "Passkeys cannot be used.",
  ])
    await byText(page, words);
  const lockTime = await byLabel(page, "Lock after the last use");
  const shown = await lockTime.evaluate((field) => {
    const { disabled, value } = field as HTMLSelectElement;
    return { disabled, value };
  });
  expect(shown).toEqual({ disabled: true, value: "5" });
  // Not only hidden: what the page would send is refused as well.
  const refused = await page.evaluate(async () => {
    const { runtime } = ((globalThis as { browser?: unknown }).browser ??
      (globalThis as { chrome?: unknown }).chrome) as {
      runtime: { sendMessage(message: object): Promise<{ failure?: object }> };
    };
    const ask = (type: string, ...args: unknown[]) => runtime.sendMessage({ type, args });
    const inYear = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 365 * 86_400_000);
    const wish = {
      requestId: crypto.randomUUID(),
      description: "Too long",
      expiresAt: inYear.toISOString(),
      replaces: null,
    };
    const answers = await Promise.all([
      ask("setAutoLock", 60),
      ask("setWriteMode", "writing"),
      ask("carryOut", { id: crypto.randomUUID(), order: {} }, {}),
      ask("createKey", wish),
      ask("unlockWith", { kind: "passkey", credentialId: "", secret: "" }),
      ask("setApiHost", { keyId: "any", host: "api.partner.impossiblecloud.com" }),
    ]);
    return answers.map((answer) => (answer.failure as { name?: string } | undefined)?.name);
  });
  expect(refused).toEqual(Array(6).fill("SetByOrganisationError"));
}

/** An unpacked extension is called after its folder. */
function idOfFolder(folder: string): string {
  const digits = createHash("sha256").update(folder).digest("hex").slice(0, 32);
  return [...digits].map((digit) => "abcdefghijklmnop"[Number.parseInt(digit, 16)]).join("");
}

function mayManageChromium(): boolean {
  try {
    mkdirSync(POLICIES, { recursive: true });
    accessSync(POLICIES, constants.W_OK);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}
const mayManage = WANTED === "chromium" && mayManageChromium();
if (WANTED === "chromium" && !mayManage) {
  process.stdout.write(`Policies of Chromium are not tried: ${POLICIES} cannot be written here.\n`);
}

describe.runIf(mayManage)("a policy of Chromium", () => {
  const id = idOfFolder(bundleOf("chromium"));
  const file = join(POLICIES, `icmc-companion-${id}.json`);
  let chromium: TestChromium;

  beforeAll(async () => {
    const managed = { "3rdparty": { extensions: { [id]: POLICY } } };
    await writeFile(file, JSON.stringify(managed));
    chromium = await launchChromium({ port: icmc.port });
  });

  afterAll(async () => {
    await chromium?.close();
    await rm(file, { force: true });
  });

  it("is for the extension under test", () => {
    expect(chromium.extension.id).toBe(id);
  });

  it("is shown in the settings, and refused in the background", async () => {
    await chromium.openConsole("/");
    const popup = await createVault(chromium);
    const [{ token } = { token: "" }] = icmc.control.issuedKeys();
    await addKeyByHand(popup, token, "Billing reader");
    const copy = await byRole(popup, "button", "Copy Billing reader");
    // Chromium hands a policy to an extension it has just installed a moment later; what is forbidden
    // is refused from then on, and shown so as soon as the popup is told.
    await popup.waitForFunction(
      (button) => (button as HTMLButtonElement).disabled,
      { timeout: 5_000 },
      copy,
    );
    await press(popup, "button", "Test Billing reader");
    await told(popup, /does not allow this/);
    await popup.close();
    const page = await chromium.openWorkspace();
    await press(page, "link", "Settings");
    await expectManaged(page);
    await press(page, "link", "Vault");
    const backup = await byRole(page, "button", "Make backup");
    expect(await backup.evaluate((button) => (button as HTMLButtonElement).disabled)).toBe(true);
    await page.close();
  });
});

describe.runIf(WANTED === "firefox")("a managed storage manifest of Firefox", () => {
  let home: string;
  let firefox: TestFirefox;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "icmc-home-"));
    const folder = join(home, ".mozilla", "managed-storage");
    await mkdir(folder, { recursive: true });
    const manifest = { name: FIREFOX_ID, description: "Policy", type: "storage", data: POLICY };
    await writeFile(join(folder, `${FIREFOX_ID}.json`), JSON.stringify(manifest));
    firefox = await launchFirefox({ port: icmc.port, env: { HOME: home } });
  });

  afterAll(async () => {
    await firefox?.close();
    await rm(home, { recursive: true, force: true });
  });

  it("is shown in the settings, and refused in the background", async () => {
    const page = await firefox.openPage("workspace.html#/settings");
    await typeInto(page, "Passphrase", PASSPHRASE);
    await typeInto(page, "Repeat passphrase", PASSPHRASE);
    await press(page, "button", "Create vault");
    await expectManaged(page);
    await page.close();
  });
});
