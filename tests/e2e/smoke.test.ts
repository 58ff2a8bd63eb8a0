import { afterAll, beforeAll, expect, test } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { createKey, goTo, shownRows, signIn } from "./console-page.ts";

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

test("a key created in the console is listed and issued once", async () => {
  const page = await browser.openConsole("/api_keys");
  await signIn(page);
  await goTo(page, "Team members");
  await goTo(page, "API Keys");
  const before = await shownRows(page);
  const until = new Date(2031, 4, 17, 15, 45);

  const token = await createKey(page, "Smoke", until);

  const issued = icmc.control.issuedKeys().filter((key) => key.description === "Smoke");
  expect(issued).toMatchObject([{ token, validUntilMs: until.getTime() }]);
  expect(icmc.control.count("POST /internal/api-keys")).toBe(1);
  await page.keyboard.press("Escape");
  await page.waitForFunction(
    (rows) => document.querySelectorAll("tbody tr").length > rows,
    {},
    before.length,
  );
  expect((await shownRows(page))[0]).toMatchObject({ description: "Smoke" });
  await page.close();
});

test("the toolbar popup opens over the console, and again after its worker was killed", async () => {
  const page = await browser.openConsole("/api_keys");
  const popup = await browser.openPopup();
  expect(await popup.evaluate(() => document.visibilityState)).toBe("visible");

  await browser.killWorker();
  expect(await browser.workerRuns()).toBe(false);

  const again = await browser.openPopup();
  expect(await again.evaluate(() => document.body.childElementCount)).toBeGreaterThan(0);
  await again.close();
  await page.close();
});
