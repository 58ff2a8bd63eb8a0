import { randomUUID } from "node:crypto";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OPERATIONS } from "../icmc/api/operations.ts";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { TERABYTE } from "../icmc/state.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { byLabel, byRole, byText, press, typeInto } from "./find.ts";
import { addKeyByHand, createVault, told } from "./vault-owner.ts";

const PASSWORD = "Speicher-9a";
let icmc: Icmc;
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  icmc = await startIcmc();
  browser = await launchBrowser({ port: icmc.port });
  await browser.openConsole("/api_keys");
  const popup = await createVault(browser);
  const issue = (kind: "distributor" | "partner") =>
    icmc.control.issue({ description: kind, validUntilMs: null, kind }).token;
  await addKeyByHand(popup, issue("distributor"), "Distributor key");
  await addKeyByHand(popup, issue("partner"), "Partner key");
  await press(popup, "button", "Use Distributor key");
  await popup.waitForSelector("button[aria-label='Use Distributor key'][aria-pressed=true]");
  page = await browser.openWorkspace();
  await byRole(page, "heading", "Keys");
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
});

const contract = () => icmc.state.contracts[0];
const partner = () => icmc.state.partners[0];
const text = () => page.$eval("main", (main) => main.textContent);

async function open(hash: string): Promise<void> {
  await page.evaluate((address) => {
    location.hash = address;
  }, hash);
}

async function mayConfirm(): Promise<void> {
  await page.waitForFunction(() => {
    const button = [...document.querySelectorAll("dialog button")].find(
      (one) => one.textContent === "Confirm",
    );
    return button instanceof HTMLButtonElement && !button.disabled;
  });
}

/** In the dialog with before and after; types the name where something goes. */
async function confirm(typed?: string): Promise<void> {
  await byRole(page, "dialog");
  if (typed !== undefined) await typeInto(page, `Type ${typed} to confirm`, typed);
  await mayConfirm();
  await press(page, "button", "Confirm");
  await page.waitForFunction(() => document.querySelector("dialog") === null);
}

describe("the workspace", () => {
  it("leads from contract to partner to storage account, and back again", async () => {
    await press(page, "link", "Contracts");
    await byRole(page, "list", "Contracts");
    await press(page, "link", contract()?.details ?? "");
    await byRole(page, "list", "Partners");
    await press(page, "link", partner()?.name ?? "");
    await byRole(page, "heading", partner()?.name);
    for (const list of ["Members", "Storage accounts", "Usage"]) await byRole(page, "list", list);
    const account = icmc.state.accounts.find((one) => one.partnerId === partner()?.id);
    await page.$eval("ul[aria-label='Storage accounts'] a", (link) =>
      (link as HTMLElement).click(),
    );
    await byText(page, account?.clientAccountId ?? "");

    await page.goBack();
    await byRole(page, "list", "Members");
    await page.goBack();
    await byRole(page, "list", "Partners");
    await page.goForward();
    await byRole(page, "list", "Members");
  });

  it("opens a deep link after a reload", async () => {
    await page.reload();
    await byRole(page, "heading", partner()?.name);
  });

  it("changes an allocation after showing before, after and what is left", async () => {
    const before = partner()?.allocatedCapacity ?? 0;
    await byRole(page, "heading", partner()?.name);
    await typeInto(page, "Allocated capacity", `${before / TERABYTE + 1} TB`);
    await press(page, "button", "Save changes");
    await byText(page, "Left to allocate:");
    const dialog = await page.$eval("dialog", (one) => one.textContent);
    expect(dialog).toContain(before.toLocaleString("en-US"));
    expect(dialog).toContain((before + TERABYTE).toLocaleString("en-US"));
    await confirm();
    await told(page, /Change partner: .*Done/);
    expect(partner()?.allocatedCapacity).toBe(before + TERABYTE);

    await press(page, "button", "Put back");
    await confirm();
    await told(page, /Change partner: .*Done/);
    expect(partner()?.allocatedCapacity).toBe(before);
  });

  it("sends nothing beyond what the contract has left", async () => {
    icmc.control.forgetRequests();
    await typeInto(page, "Allocated capacity", "9000 TB");
    await press(page, "button", "Save changes");
    await told(page, /has only .* left/);
    const button = await byRole(page, "button", "Confirm");
    expect(await button.evaluate((one) => (one as HTMLButtonElement).disabled)).toBe(true);
    await press(page, "button", "Cancel");
    expect(icmc.control.count("PUT /partner/{partnerID}")).toBe(0);
  });

  it("asks a second time before it allocates less than is stored", async () => {
    await typeInto(page, "Allocated capacity", "1 TB");
    await press(page, "button", "Save changes");
    await told(page, /are stored already/);
    const button = await byRole(page, "button", "Confirm");
    expect(await button.evaluate((one) => (one as HTMLButtonElement).disabled)).toBe(true);
    await press(page, "button", "Cancel");
  });

  it("sends nothing while read-only mode is on", async () => {
    await (await byLabel(page, "Read-only mode")).click();
    await typeInto(page, "Name", "Another name");
    await press(page, "button", "Save changes");
    await told(page, /Read-only mode is on/);
    const button = await byRole(page, "button", "Confirm");
    expect(await button.evaluate((one) => (one as HTMLButtonElement).disabled)).toBe(true);
    await press(page, "button", "Allow changes");
    await press(page, "button", "Cancel");
  });

  it("tells a write that failed after its dialog was closed, and looks again when asked to", async () => {
    await page.reload();
    const present = partner();
    const name = present?.name ?? "";
    await byRole(page, "heading", name);
    await typeInto(page, "Name", `${name} Nord`);
    await press(page, "button", "Save changes");
    await mayConfirm();
    icmc.control.fault({ kind: "slow", delayMs: 1_500 }, { scope: "GET /partner/{partnerID}" });
    if (present) present.name = "Changed elsewhere";
    await press(page, "button", "Confirm");
    await press(page, "button", "Close");
    await told(page, /Change partner: .*Somebody else changed this/);
    icmc.control.clearFaults();
    if (present) present.name = name;
    await press(page, "button", "Try again");
    await confirm();
    await told(page, /Change partner: .*Done/);
    expect(partner()?.name).toBe(`${name} Nord`);
    await press(page, "button", "Put back");
    await confirm();
    await told(page, /Change partner: .*Done/);
    expect(partner()?.name).toBe(name);
  });

  it("survives the worker's death while a write is under way, without sending it twice", async () => {
    await page.reload();
    await byRole(page, "heading", partner()?.name);
    const name = `${partner()?.name} Süd`;
    icmc.control.forgetRequests();
    icmc.control.fault({ kind: "slow", delayMs: 2_000 }, { scope: "PUT /partner/{partnerID}" });
    await typeInto(page, "Name", name);
    await press(page, "button", "Save changes");
    await byText(page, "Left to allocate:").catch(() => null);
    await mayConfirm();
    await press(page, "button", "Confirm");
    await expect
      .poll(() => icmc.control.count("PUT /partner/{partnerID}"), { timeout: 5_000 })
      .toBe(1);
    await browser.killWorker();
    await told(page, /Change partner: /);
    icmc.control.clearFaults();
    await open("#/journal");
    await byRole(page, "list", "Journal");
    await expect.poll(() => partner()?.name, { timeout: 5_000 }).toBe(name);
    expect(icmc.control.count("PUT /partner/{partnerID}")).toBe(1);
  });

  it("reads everything, forecasts, and tells in the brief what changed", async () => {
    await open("#/brief");
    await press(page, "button", "Read all partners");
    await byText(page, "this was the first");
    await byText(page, "Excess fee this month");
    const one = icmc.state.partners[1];
    if (one) one.allocatedCapacity += TERABYTE;
    await press(page, "button", "Read again");
    await byRole(page, "list", "Changes");
    await byText(page, one?.name ?? "");
  });

  it("keeps the last figures with their age when the API fails, and says why", async () => {
    icmc.control.fault({ kind: "status", status: 500 });
    await open(`#/contracts/${contract()?.id}`);
    await byRole(page, "list", "Partners");
    await press(page, "button", "Refresh");
    expect(await told(page, /fault of its own/)).toMatch(/as of \d/);
    await byText(page, icmc.state.partners[2]?.name ?? "");
    icmc.control.clearFaults();
    expect(await text()).not.toMatch(/undefined|NaN/);
  });

  it("asks for a contract's partners once, for its page and for the search above it", async () => {
    const [contracts, partners] = [[...icmc.state.contracts], [...icmc.state.partners]];
    const [one, held] = [contract(), partner()];
    if (!one || !held) throw new Error("nothing to copy from");
    const id = randomUUID();
    icmc.state.contracts.push({ ...one, id, details: "Nordlicht" });
    icmc.state.partners.push({ ...held, id: randomUUID(), contractId: id, name: "Zwillingshaus" });
    await open("#/vault");
    icmc.control.forgetRequests();
    await page.reload();
    await byRole(page, "heading", "Vault");
    await expect.poll(() => icmc.control.count("GET /contract/list")).toBe(1);

    await open(`#/contracts/${id}`);
    await byRole(page, "list", "Partners");
    await byRole(page, "heading", "Nordlicht");
    await typeInto(page, "Search", "zwillings");
    await byRole(page, "list", "Found");
    const asked = icmc.control.requests().filter(({ url }) => url.includes(id));
    expect(asked.map(({ operation }) => operation)).toEqual([
      "GET /contract/{contractID}/partners",
    ]);
    Object.assign(icmc.state, { contracts, partners });
  });
});

describe("all 24 operations by hand", () => {
  it("as a distributor", async () => {
    icmc.control.forgetRequests();
    await open("#/contracts");
    await press(page, "button", "Refresh");
    await press(page, "link", contract()?.details ?? "");
    await press(page, "button", "Create partner");
    await typeInto(page, "Name", "Neuland");
    await typeInto(page, "Allocated capacity", "2 TB");
    await press(page, "button", "Create partner");
    await confirm();
    await told(page, /Create partner: Neuland. Done/);
    await press(page, "link", "Neuland");

    await press(page, "button", "Add member");
    await typeInto(page, "E-mail", "kim@neuland.example");
    await typeInto(page, "Password", PASSWORD);
    await press(page, "button", "Create member");
    await confirm();
    await byText(page, "kim@neuland.example");
    await press(page, "button", "Remove kim@neuland.example");
    await confirm("kim@neuland.example");
    await told(page, /Remove member: .*Done/);
    await press(page, "button", "Delete partner");
    await confirm("Neuland");
    await told(page, /Delete partner: Neuland. Done/);

    await open(`#/contracts/${contract()?.id}/partners/${partner()?.id}`);
    await byRole(page, "heading", partner()?.name);
    await typeInto(page, "Name", partner()?.name.replace(" Süd", "") ?? "");
    await press(page, "button", "Save changes");
    await confirm();
    await storageAccount("Ablage");
    await open("#/regions");
    await byRole(page, "list", "Regions");
  });

  it("as a channel partner, recognised by its key", async () => {
    await open("#/keys");
    await press(page, "button", "Use Partner key");
    await press(page, "link", "Storage accounts");
    await byRole(page, "list", "Storage accounts");
    await storageAccount("Eigenes");

    const own = new Set(OPERATIONS.map(({ name }) => name));
    for (const name of own) if (icmc.control.count(name) > 0) own.delete(name);
    expect([...own]).toEqual([]);
  });
});

/** Creates one, looks at it, schedules its deletion and takes that back. */
async function storageAccount(name: string): Promise<void> {
  await press(page, "button", "Create storage account");
  await typeInto(page, "Name", name).catch(() => null);
  const form = await page.waitForSelector("form[aria-label='New storage account']");
  await (await form?.$("#account-name"))?.click({ count: 3 });
  await page.keyboard.type(name);
  await (await form?.$("#account-capacity"))?.click({ count: 3 });
  await page.keyboard.type("0");
  await typeInto(page, "Contact e-mail", `${name.toLowerCase()}@kunde.example`);
  await typeInto(page, "Password", PASSWORD);
  await (await form?.$("button[type=submit]"))?.click();
  await confirm();
  await told(page, /Create storage account: .*Done/);
  await press(page, "link", name);
  await byRole(page, "heading", name);
  await press(page, "button", "Schedule deletion");
  await confirm(name);
  await byText(page, "Deletion on");
  await press(page, "button", "Cancel deletion");
  await confirm();
  await told(page, /Cancel deletion: .*Done/);
}
