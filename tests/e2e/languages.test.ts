import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import german from "../../assets/locales/de.json" with { type: "json" };
import english from "../../assets/locales/en.json" with { type: "json" };
import { launchBrowser, type TestBrowser } from "./browser.ts";
import { byRole, byText, press, typeInto } from "./find.ts";
import { createThere, creatingPage } from "./odd/creating-page.ts";
import { daysAway, freshToken, html, iso, openOddPage, table } from "./odd/odd-page.ts";
import { badgesShown, captureBecomes, shownBadges, until } from "./our-marks.ts";
import { itOnceTakenOut } from "./taken-out.ts";
import { PASSPHRASE } from "./vault-owner.ts";

type Words = typeof english;

/** A row for each state a badge can have, with dates that say themselves how they are to be read. */
const LIST = table(
  ["Description", "Valid until", "Created at"],
  [
    ["Nightly backup", iso(daysAway(200.5))],
    ["Billing job", iso(daysAway(15.5))],
    ["Old script", iso(daysAway(-3.5))],
    ["Archive", "Never"],
    ["Veeam", "???"],
  ].map((row) => [...row, iso(daysAway(-300))]),
);

/** Everything of ours a person reads or hears in the page: texts, titles, names. */
function ourTexts(page: Page): Promise<string[]> {
  return page.$$eval(
    ">>> [data-icmc-badge],[data-icmc-save],[data-icmc-note],[data-icmc-ask]",
    (hosts) =>
      hosts
        .flatMap((host) => [host, ...(host.shadowRoot?.querySelectorAll("*") ?? [])])
        .filter((element) => element.localName !== "style")
        .flatMap((element) => [
          ...[...element.childNodes].map((node) => (node instanceof Text ? node.data : "")),
          element.getAttribute("title") ?? "",
          element.getAttribute("aria-label") ?? "",
        ])
        .filter((text) => text !== ""),
  );
}

const wordsIn = (text: string) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
const vocabulary = ({ page, badge }: Words) => new Set(wordsIn(JSON.stringify({ page, badge })));

/** Words of one language, in what was read, that the other one does not have. */
function strangers(texts: readonly string[], other: Words, own: Words): string[] {
  const [foreign, known] = [vocabulary(other), vocabulary(own)];
  return texts.flatMap(wordsIn).filter((word) => foreign.has(word) && !known.has(word));
}

function languagesOf(page: Page): Promise<string[]> {
  return page.$$eval(">>> [data-icmc-badge],[data-icmc-save],[data-icmc-note]", (hosts) =>
    hosts.map((host) => {
      const said = host.shadowRoot?.querySelector("[lang]") ?? host;
      return (said as HTMLElement).lang;
    }),
  );
}

const create = (page: Page) => createThere(page, "Made in another language");

/** Waits for a notice in the corner; it comes when the page had time to draw its list. */
async function noteShown(page: Page): Promise<string> {
  const read = () =>
    page.$$eval("[data-icmc-note]", ([host]) => host?.shadowRoot?.textContent ?? "");
  await until(
    async () => (await read()) !== "",
    15_000,
    async () => "no note stands in the page",
  );
  return read();
}

describe.each([
  {
    language: "de",
    own: german as Words,
    other: english,
    date: /\d{1,2}\. [A-ZÄ]\p{L}+\.? \d{4}/u,
  },
  { language: "en-US", own: english, other: german as Words, date: /\d{1,2} [A-Z]\p{L}+ \d{4}/u },
  // One that there are no words for.
  { language: "fr", own: english, other: german as Words, date: /\d{1,2} [A-Z]\p{L}+ \d{4}/u },
])("in a browser that speaks $language", ({ language, own, other, date }) => {
  let browser: TestBrowser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser({ port: null, language });
    page = await openOddPage(browser, creatingPage(freshToken(), LIST));
    await badgesShown(page, 5, 15_000);
  });

  afterAll(() => browser?.close());

  const expectOwnLanguage = async () => {
    const texts = await ourTexts(page);
    expect(texts.length).toBeGreaterThan(0);
    expect(strangers(texts, other, own)).toEqual([]);
    expect(new Set(await languagesOf(page))).toEqual(new Set([own.locale]));
  };

  it("says in badges and their titles when keys end", async () => {
    const expires = own.badge.expires.replace("$1", own.badge.days.n);
    const expired = own.badge.expired.replace("$1", own.badge.days.n);
    expect((await shownBadges(page)).map(({ words }) => words)).toEqual([
      expires.replace("$1", "200"),
      expires.replace("$1", "15"),
      expired.replace("$1", "3"),
      own.badge.never,
      own.badge.unknown,
    ]);
    const titles = await page.$$eval("[data-icmc-badge]", (all) =>
      all.map((badge) => badge.getAttribute("title") ?? ""),
    );
    for (const title of titles.slice(0, 3)) expect(title).toMatch(date);
    expect(titles[4]).toBe(own.badge.unknownTitle);
    await expectOwnLanguage();
  });

  it("offers to keep a new key, before there is a vault and when there is one", async () => {
    await create(page);
    await captureBecomes(page, "ready");
    await byText(page, own.page.noVault);
    await byText(page, own.page.shortcut);
    await expectOwnLanguage();
    const popup = await browser.openPopup();
    await typeInto(popup, own.passphrase.label, PASSPHRASE);
    await typeInto(popup, own.passphrase.repeat, PASSPHRASE);
    await press(popup, "button", own.firstRun.create);
    await byRole(popup, "tab", own.places.keys, 20_000);
    await page.bringToFront();
    await captureBecomes(page, "held", 20_000);
    await byText(page, own.page.held);
    await expectOwnLanguage();
    await press(page, "button", own.page.save);
    await captureBecomes(page, "saved", 15_000);
    await byText(page, own.page.saved);
    await expectOwnLanguage();
  });

  it("says of each row whether the vault has its key", async () => {
    const titles = () =>
      page.$$eval("[data-icmc-vault]", (all) => all.map((one) => one.getAttribute("title") ?? ""));
    await until(
      async () => (await titles()).length === 5,
      10_000,
      async () => JSON.stringify(await shownBadges(page)),
    );
    for (const title of await titles()) expect(title).toContain(own.page.missing);
    await expectOwnLanguage();
  });

  it("says where no list was found", async () => {
    page = await openOddPage(browser, html("<h1>API Keys</h1><p>Nothing to see here.</p>"));
    expect(await noteShown(page)).toContain(own.page.noList);
    expect(await page.$$(`>>> button[aria-label="${own.page.closeNote}"]`)).toHaveLength(1);
    await expectOwnLanguage();
  });

  it("says what went wrong with a key, and how to go on", async () => {
    page = await openOddPage(browser, creatingPage(freshToken(), LIST));
    await badgesShown(page, 5, 15_000);
    await create(page);
    await captureBecomes(page, "held");
    await page.evaluate((other) => {
      document.addEventListener("copy", (event) => {
        event.clipboardData?.setData("text/plain", other);
        event.preventDefault();
      });
    }, freshToken());
    await page.click("#copy");
    await captureBecomes(page, "failed");
    await byText(page, own.page.undecided);
    await byRole(page, "button", own.page.tryAgain);
    await expectOwnLanguage();
  });
});

describe("an extension that is removed in a German browser", () => {
  let browser: TestBrowser;

  afterEach(() => browser?.close());

  itOnceTakenOut("still says in German what becomes of the key on screen", async () => {
    browser = await launchBrowser({ port: null, language: "de" });
    const page = await openOddPage(browser, creatingPage(freshToken(), LIST));
    await badgesShown(page, 5, 15_000);
    await create(page);
    await captureBecomes(page, "ready");
    await browser.removeExtension();
    await badgesShown(page, 0, 15_000);
    await press(page, "button", german.page.save);
    await captureBecomes(page, "failed");
    await byText(page, german.page.outdatedWithKey);
    await byRole(page, "button", german.page.tryAgain);
    expect(strangers(await ourTexts(page), english, german as Words)).toEqual([]);
  });

  itOnceTakenOut("warns in German who creates a key afterwards", async () => {
    browser = await launchBrowser({ port: null, language: "de" });
    const page = await openOddPage(browser, creatingPage(freshToken(), LIST));
    await badgesShown(page, 5, 15_000);
    await browser.removeExtension();
    await badgesShown(page, 0, 15_000);
    await create(page);
    expect(await noteShown(page)).toContain(german.page.outdated);
    expect(strangers(await ourTexts(page), english, german as Words)).toEqual([]);
  });
});
