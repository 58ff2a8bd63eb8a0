import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { TERABYTE } from "../icmc/state.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { byRole, byText, press, typeInto } from "./find.ts";
import { addKeyByHand, createVault, told } from "./vault-owner.ts";

let icmc: Icmc;
let browser: TestBrowser;

beforeAll(async () => {
  icmc = await startIcmc();
  browser = await launchBrowser({ port: icmc.port });
  await browser.openConsole("/api_keys");
  const popup = await createVault(browser);
  const { token } = icmc.control.issue({ description: "key", validUntilMs: null });
  await addKeyByHand(popup, token, "Distributor key");
  await press(popup, "tab", "Contracts");
  await byRole(popup, "list", "Contracts");
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
});

const partner = () => icmc.state.partners[0];

/** A list that is found while typing is filled from what was read a moment ago. */
async function typed(popup: Page, words: string): Promise<void> {
  await byRole(popup, "searchbox", "Search");
  await popup.keyboard.type(words);
  await byRole(popup, "list", "Found");
}

describe("contracts in the popup", () => {
  it("show partners and how many of them pay per use", async () => {
    const popup = await browser.openPopup();
    await press(popup, "tab", "Contracts");
    const payPerUse = icmc.state.partners.find(({ allocatedCapacity }) => allocatedCapacity === 0);
    expect(payPerUse).toBeDefined();
    await byText(popup, "Pay-per-use");
  });

  it("lead from a few letters and Enter, typed at once after opening, to a partner", async () => {
    const popup = await browser.openPopup();
    await typed(popup, partner()?.name.slice(0, 4).toLowerCase() ?? "");
    await popup.keyboard.press("Enter");
    await byRole(popup, "heading", partner()?.name);
    await byRole(popup, "button", `Copy id of ${partner()?.name}`);
    await popup.waitForSelector("svg.sparkline");
  });

  it("find storage accounts by name and by id", async () => {
    const account = icmc.state.accounts[2];
    for (const words of [account?.name ?? "", account?.clientAccountId ?? ""]) {
      const popup = await browser.openPopup();
      await press(popup, "tab", "Contracts");
      await popup.waitForFunction(() => document.activeElement?.matches("input[type=search]"));
      await typed(popup, words);
      await byText(popup, account?.name ?? "");
      await popup.keyboard.press("Enter");
      await byRole(popup, "heading", account?.name);
    }
  });

  it("create a partner, and finish it though the popup is closed while it is sent", async () => {
    const popup = await browser.openPopup();
    await press(popup, "tab", "Contracts");
    await press(popup, "link", icmc.state.contracts[0]?.details ?? "");
    await press(popup, "button", "Create partner");
    await typeInto(popup, "Name", "Zwischentür");
    await typeInto(popup, "Allocated capacity", "3 TB");
    await press(popup, "button", "Create partner");
    await byText(popup, "Left to allocate:");
    icmc.control.forgetRequests();
    icmc.control.fault({ kind: "slow", delayMs: 700 }, { scope: "POST /partner" });
    await press(popup, "button", "Confirm");
    await expect.poll(() => icmc.control.count("POST /partner"), { timeout: 5_000 }).toBe(1);
    await popup.close();
    icmc.control.clearFaults();

    const workspace = await browser.openWorkspace();
    await workspace.evaluate(() => {
      location.hash = "#/journal";
    });
    await byText(workspace, "Zwischentür");
    await workspace.waitForSelector("[data-outcome=done]");
    expect(icmc.state.partners.filter(({ name }) => name === "Zwischentür")).toHaveLength(1);
    expect(icmc.control.count("POST /partner")).toBe(1);
    await workspace.close();
  });

  it("change an allocation", async () => {
    const before = partner()?.allocatedCapacity ?? 0;
    const popup = await browser.openPopup();
    await typed(popup, partner()?.name ?? "");
    await popup.keyboard.press("Enter");
    await byRole(popup, "heading", partner()?.name);
    await typeInto(popup, "Allocated capacity", `${before / TERABYTE + 2} TB`);
    await press(popup, "button", "Save changes");
    await byText(popup, "Left to allocate:");
    await press(popup, "button", "Confirm");
    await told(popup, /Change partner: .*Done/);
    expect(partner()?.allocatedCapacity).toBe(before + 2 * TERABYTE);
  });

  it("copy a call for a script without the key in it", async () => {
    const popup = await browser.openPopup();
    await typed(popup, partner()?.name ?? "");
    await popup.keyboard.press("Enter");
    await press(popup, "button", "Copy as… this partner");
    await press(popup, "button", "Copy text");
    await told(popup, /the key is a variable/);
    await popup.close();
    const copied = await browser.clipboardText();
    expect(copied).toContain(`/v1/partner/${partner()?.id}`);
    expect(copied).not.toContain("eyJ");
  });
});
