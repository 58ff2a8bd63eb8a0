import { afterAll, beforeAll, expect, test } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { press } from "./find.ts";
import { until } from "./our-marks.ts";
import { addKeyByHand, createVault, lock, told } from "./vault-owner.ts";

let icmc: Icmc;
let browser: TestBrowser;

beforeAll(async () => {
  icmc = await startIcmc();
  browser = await launchBrowser({ port: icmc.port });
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
});

test("the clipboard is emptied half a minute after a copy, though popup, vault and worker are closed", async () => {
  await browser.openConsole("/");
  const { token } = icmc.control.issue({ description: "x", validUntilMs: null });
  const popup = await createVault(browser);
  await addKeyByHand(popup, token, "Copied key");
  await press(popup, "button", "Copy Copied key");
  await told(popup, /^Copied/);
  await lock(popup);
  await popup.close();
  await browser.killWorker();

  expect(await browser.clipboardText()).toBe(token);
  await until(
    async () => (await browser.clipboardText()) === "",
    40_000,
    async () => "the key is still on the clipboard after 40 seconds",
  );
});
