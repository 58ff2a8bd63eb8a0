import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { VARIANTS } from "../icmc/variants/all.ts";
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { press } from "./find.ts";
import { keptToken } from "./kept-token.ts";
import { captureBecomes, captureState, until } from "./our-marks.ts";
import { type SeenPage, seenPage, trueState } from "./row-truth.ts";
import { driveVariant, type VariantDriver } from "./variant-driver.ts";
import { createVault } from "./vault-owner.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const IN_A_YEAR = new Date(Date.now() + 365 * DAY_MS);
IN_A_YEAR.setSeconds(0, 0);
/** Distances of further keys: each far enough from where a state ends that a clock in another zone agrees. */
const DAYS_LEFT = [-400, -90, -12, 2, 5, 10, 14, 25, 40, 60, 90, 200, 340, 700];
const FURTHER_KEYS = 42;

const figures: Record<string, string | number>[] = [];

describe.each(VARIANTS)("the console made of $name", (about) => {
  let icmc: Icmc;
  let browser: TestBrowser;
  let page: Page;
  let driver: VariantDriver;
  let rowsSeen = 0;
  const figure = { variant: about.name, rows: 0, wrong: 0, decoys: 0, capture: "no" };

  beforeAll(async () => {
    icmc = await startIcmc({
      variant: about.name,
      settings: { pageSize: 20, language: about.language },
    });
    for (let at = 0; at < FURTHER_KEYS; at++) {
      const days = DAYS_LEFT[at % DAYS_LEFT.length] ?? 1;
      icmc.control.issue({
        description: `Key number ${100 + at}`,
        validUntilMs: at % 9 === 8 ? null : Date.now() + days * DAY_MS + at * HOUR_MS,
        createdAtMs: Date.now() - (401 + at) * DAY_MS,
      });
    }
    browser = await launchBrowser({ port: icmc.port });
    page = await browser.openConsole("/");
    driver = driveVariant(page, about);
    await driver.signIn();
    await (await createVault(browser)).close();
    await page.bringToFront();
  });

  afterAll(async () => {
    figures.push({ ...figure, rows: rowsSeen });
    await browser?.close();
    await icmc?.close();
  });

  const issued = () =>
    icmc.state.apiKeys.filter(
      ({ organisationId }) => organisationId === icmc.state.organisations[0]?.id,
    );
  const kept = () => issued().filter(({ deletedAtMs }) => deletedAtMs === null);

  /** Waits until each row has its one badge, and says what it sees. */
  async function settled(): Promise<SeenPage> {
    const names = issued().map(({ description }) => description);
    const gone = new Set(issued().flatMap((key) => (key.deletedAtMs ? [key.description] : [])));
    let seen: SeenPage = { rows: [], badges: 0 };
    await until(
      async () => {
        seen = await seenPage(page, names);
        return (
          seen.rows.length > 0 &&
          seen.badges === seen.rows.length &&
          !seen.rows.some(({ description }) => gone.has(description)) &&
          seen.rows.every(({ badges }) => badges.length === 1)
        );
      },
      15_000,
      async () =>
        `${seen.rows.length} rows, ${seen.badges} badges; not one each: ${JSON.stringify(
          seen.rows.filter(({ badges }) => badges.length !== 1).slice(0, 5),
        )}`,
    );
    return seen;
  }

  async function expectTruth(): Promise<void> {
    const { rows } = await settled();
    const wrong = rows.flatMap(({ description, badges }) => {
      const key = kept().find((one) => one.description === description);
      const truth = key ? trueState(key, Date.now(), about.precision) : "no such key";
      return badges[0] === truth ? [] : [`${description}: ${badges[0]} is ${truth}`];
    });
    rowsSeen += rows.length;
    figure.wrong += wrong.length;
    expect(wrong).toEqual([]);
  }

  it("has nothing of ours on other pages", async () => {
    for (const entry of ["overview", "partners", "teamMembers", "docs"] as const) {
      await driver.goTo(entry);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { badges } = await seenPage(page, []);
      figure.decoys += badges + ((await captureState(page)) === null ? 0 : 1);
      expect([entry, badges, await captureState(page)]).toEqual([entry, 0, null]);
    }
  });

  it("has every visible row badged with the true state", async () => {
    await driver.openApiKeys();
    await expectTruth();
    expect(await captureState(page)).toBeNull();
  });

  it("keeps one true badge for each row while it is sorted, paged and scrolled", async () => {
    await driver.sortByExpiry();
    await expectTruth();
    for (let turn = 0; turn < 6 && (await driver.showMore()); turn++) await expectTruth();
  });

  it("has its new key taken as it was issued, and saved", async () => {
    await driver.openApiKeys();
    // The button at the top stands under the console's own bar while the list is scrolled down.
    await page.evaluate(() => scrollTo(0, 0));
    await driver.openCreate();
    await driver.fill("Made by hand", IN_A_YEAR);
    expect(await captureState(page)).toBeNull();
    await driver.submit();
    const shown = await driver.shownToken();
    await captureBecomes(page, "held", 3_000);
    await press(page, "button", "Save to vault");
    await captureBecomes(page, "saved");
    await driver.closeToken();
    await captureBecomes(page, null);
    const made = icmc.control.issuedKeys().find((key) => key.description === "Made by hand");
    expect(shown).toBe(made?.token);
    expect(await keptToken(browser, "Made by hand")).toBe(made?.token);
    figure.capture = "equal";
    expect(
      icmc.control.issuedKeys().filter((key) => key.description === "Made by hand"),
    ).toHaveLength(1);
  });

  it("shows true badges after coming back, and for a row less", async () => {
    await driver.leaveAndReturn();
    await expectTruth();
    await driver.deleteFirst();
    await until(
      async () => kept().length === FURTHER_KEYS + 9,
      5_000,
      async () => `${kept().length} keys are left`,
    );
    await expectTruth();
  });

  it("hears no error", () => {
    expect(browser.errors()).toEqual([]);
  });
});

afterAll(() => {
  const columns = ["variant", "rows", "wrong", "decoys", "capture"] as const;
  const line = (cells: readonly (string | number | undefined)[]) =>
    `${cells
      .map((cell) => String(cell ?? "").padEnd(16))
      .join("")
      .trimEnd()}\n`;
  process.stdout.write(line(columns));
  for (const figure of figures) process.stdout.write(line(columns.map((column) => figure[column])));
});
