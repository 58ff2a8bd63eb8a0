import { afterAll, beforeAll, expect, test } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { press } from "./find.ts";
import { until } from "./our-marks.ts";
import { addKeyByHand, createVault, lock, told } from "./vault-owner.ts";

let icmc: Icmc;
let chromium: TestBrowser;

beforeAll(async () => {
  icmc = await startIcmc();
  chromium = await launchBrowser({ port: icmc.port });
});

afterAll(async () => {
  await chromium?.close();
  await icmc?.close();
});

test("the clipboard is emptied half a minute after a copy, though popup, vault and worker are closed", async () => {
  await chromium.openConsole("/");
  const { token } = icmc.control.issue({ description: "x", validUntilMs: null });
  const popup = await createVault(chromium);
  await addKeyByHand(popup, token, "Copied key");
  await press(popup, "button", "Copy Copied key");
  await told(popup, /^Copied/);
  await lock(popup);
  await popup.close();
  await chromium.killWorker();

  expect(await chromium.clipboardText()).toBe(token);
  await until(
    async () => (await chromium.clipboardText()) === "",
    40_000,
    async () => "the key is still on the clipboard after 40 seconds",
  );
});
