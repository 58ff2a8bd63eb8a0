import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../../icmc/server.ts";
import { launchBrowser, type TestBrowser } from "../browser.ts";
import { fillNewKey, toldBehind } from "../creation-driver.ts";
import { halfInFirefox } from "../in-firefox.ts";
import { until } from "../our-marks.ts";
import { createVault, listedKeys } from "../vault-owner.ts";
import { type OddConsole, type OddHabits, openOddConsole } from "./odd-console.ts";

let icmc: Icmc;
let browser: TestBrowser;
let view: Page;
let present: OddConsole | null = null;
let run = 0;
const MOST_RUNS = 100;

beforeAll(async () => {
  icmc = await startIcmc();
  browser = await launchBrowser({ port: icmc.port });
  const page = await browser.openConsole("/");
  await (await createVault(browser)).close();
  view = await browser.openWorkspace();
  await page.close();
});

afterAll(async () => {
  await browser?.close();
  await icmc?.close();
});

afterEach(async () => {
  await until(isOver, 10_000, async () => "the last creation stands there still");
  await present?.page.close();
  present = null;
});

/** Whether the next key can be asked for; ends what is still under way. */
async function isOver(): Promise<boolean> {
  await click("Cancel");
  await click("Done");
  return view.$$eval("button", (buttons) =>
    buttons.some(({ textContent }) => textContent?.trim() === "New key"),
  );
}

function click(name: string): Promise<void> {
  return view.$$eval(
    "button",
    (buttons, wanted) => buttons.find((one) => one.textContent === wanted)?.click(),
    name,
  );
}

const AT = "2027-03-04T10:07";
const SAVED = /Created/;

/** Asks for a key that ends at {@link AT} in a console with these habits. */
async function asked(habits: OddHabits, at = AT): Promise<{ name: string; shown: OddConsole }> {
  // The newest stands first: of a long list, a view that is out of sight draws only the beginning.
  const name = `Odd ${MOST_RUNS - ++run}`;
  present = await openOddConsole(browser, habits);
  await view.bringToFront();
  await fillNewKey(view, { description: name, expires: new Date(at) });
  await present.page.bringToFront();
  await click("Create key");
  return { name, shown: present };
}

async function isKept(name: string): Promise<void> {
  const copies = async () =>
    (await listedKeys(view)).filter(({ description }) => description === name).length;
  await until(
    async () => (await copies()) === 1,
    10_000,
    async () => `${name} is listed ${await copies()} times`,
  );
}

const NATIVE = `<label>Expires <input id="end" type="datetime-local"></label>`;
const DESCRIPTION = `<label>Description <input id="name"></label>`;
const SEND = `<button id="send">Create</button>`;
const form = (fields: string) => `<form>${DESCRIPTION}${fields}${SEND}</form>`;
const dialog = (fields: string) =>
  `<div role="dialog" aria-label="New API key"><h2>New API key</h2>${form(fields)}</div>`;
/** Sends what `end()` reads, and leaves the answer to `shown(token)`. */
const sends = (end: string, shown = asField) => `
  const opened = () => $("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await issue($("#name").value, (() => { ${end} })());
    if (typeof answer === "string") { ${shown} }
    else place.insertAdjacentHTML("beforeend", '<p role="alert">' + answer.message + "</p>");
  });`;
const READ = `return $("#end").value;`;
const asField = `place.innerHTML = '<h2>Your new API key</h2><p>You see it only once.</p><input readonly aria-label="API key"><button>Copy</button>'; $("#place input").value = answer;`;

const CONSOLES: [string, OddHabits][] = [
  ["a native field in a dialog", { form: dialog(NATIVE), script: sends(READ) }],
  [
    "a native <dialog>",
    {
      form: `<dialog><h2>New API key</h2>${form(NATIVE)}</dialog>`,
      script: sends(READ).replace(
        "const opened = () =>",
        `const opened = () => { $("dialog").showModal(); wired(); };\nconst wired = () =>`,
      ),
    },
  ],
  [
    "a form that always stands in the page",
    { isInline: true, form: form(NATIVE), script: sends(READ) },
  ],
  [
    "native fields for day and time",
    {
      form: dialog(
        `<label>Expiry date <input id="day" type="date"></label><label>Expiry time <input id="time" type="time"></label>`,
      ),
      script: sends(`return $("#day").value + "T" + $("#time").value;`),
    },
  ],
  [
    "a month-first text with a 12-hour clock",
    {
      form: dialog(`<label>Expires <input id="end" placeholder="MM/DD/YYYY hh:mm AM"></label>`),
      script: sends(`
        const [, month, day, year, hour, minute, half] = /^(\\d+)\\/(\\d+)\\/(\\d{4}) (\\d+):(\\d+) ([AP]M)$/.exec($("#end").value);
        return year + "-" + month.padStart(2, "0") + "-" + day.padStart(2, "0") + "T" + String((hour % 12) + (half === "PM" ? 12 : 0)).padStart(2, "0") + ":" + minute;`),
    },
  ],
  [
    "German words",
    {
      lang: "de",
      open: "Neuen API-Schlüssel anlegen",
      form: `<div role="dialog" aria-label="API-Schlüssel anlegen"><form><label>Beschreibung <input id="name"></label><label>Gültig bis <input id="end" placeholder="TT.MM.JJJJ HH:mm"></label><button>Anlegen</button></form></div>`,
      script: sends(
        `const [, d, m, y, t] = /^(\\d\\d)\\.(\\d\\d)\\.(\\d{4}) (\\d\\d:\\d\\d)$/.exec($("#end").value); return y + "-" + m + "-" + d + "T" + t;`,
      ),
    },
  ],
  [
    "French words",
    {
      lang: "fr",
      open: "Créer une clé API",
      form: `<div role="dialog" aria-label="Nouvelle clé API"><form><label>Description <input id="name"></label><label>Date d'expiration <input id="end" type="datetime-local"></label><button type="button">Annuler</button><button>Créer</button></form></div>`,
      script: sends(
        READ,
        `place.innerHTML = "<h2>Votre clé API</h2><p>Copiez-la maintenant.</p><code></code>"; $("code").textContent = answer;`,
      ),
    },
  ],
  [
    "selects for day, month and year, and fields for the hour",
    {
      form: dialog(`<fieldset><legend>Expires</legend>
        <select id="d" aria-label="Day">${options(1, 31)}</select>
        <select id="m" aria-label="Month">${months()}</select>
        <select id="y" aria-label="Year">${options(2026, 2036)}</select>
        <select id="h" aria-label="Hour">${options(0, 23)}</select>
        <select id="i" aria-label="Minute">${options(0, 59)}</select></fieldset>`),
      script: sends(
        `const two = (id) => $(id).value.padStart(2, "0"); return $("#y").value + "-" + two("#m") + "-" + two("#d") + "T" + two("#h") + ":" + two("#i");`,
      ),
    },
  ],
  [
    "a choice of lives, of which one opens the date",
    {
      form: dialog(
        `<label>Expiration <select id="life"><option value="30">30 days</option><option value="90">90 days</option><option value="">Custom…</option></select></label><div id="custom" hidden>${NATIVE}</div>`,
      ),
      script: `${sends(`return $("#life").value ? "1999-01-01T00:00" : $("#end").value;`)}
        document.addEventListener("change", () => { if ($("#life")) $("#custom").hidden = $("#life").value !== ""; });`,
    },
  ],
  [
    "lives as radio buttons, of which one opens the date",
    {
      form: dialog(
        `<fieldset><legend>Expiration</legend><label><input type="radio" name="life" value="30" checked> 30 days</label><label><input type="radio" name="life" value=""> Custom date</label></fieldset><div id="custom" hidden>${NATIVE}</div>`,
      ),
      script: `${sends(`return $("[name=life]:checked").value ? "1999-01-01T00:00" : $("#end").value;`)}
        document.addEventListener("change", () => { const chosen = $("[name=life]:checked"); if (chosen) $("#custom").hidden = chosen.value !== ""; });`,
    },
  ],
  [
    "typed segments that can be edited like text",
    {
      form: dialog(
        `<div role="group" aria-label="Expires" id="end">${["Day", "Month", "Year", "Hour", "Minute"].map((part) => `<span role="spinbutton" contenteditable="true" tabindex="0" aria-label="${part}" style="display:inline-block;min-width:20px"></span>`).join(" ")}</div>`,
      ),
      script: sends(
        `const of = (part) => $('[aria-label="' + part + '"]').textContent.trim().padStart(2, "0"); return of("Year") + "-" + of("Month") + "-" + of("Day") + "T" + of("Hour") + ":" + of("Minute");`,
      ),
    },
  ],
  [
    "the key in a toast alone",
    {
      form: dialog(NATIVE),
      script: sends(
        READ,
        `place.innerHTML = '<div role="status">Your API key was created: <code></code></div>'; $("code").textContent = answer;`,
      ),
    },
  ],
  [
    "the key in a text area",
    {
      form: dialog(NATIVE),
      script: sends(
        READ,
        `place.innerHTML = '<h2>Your new API key</h2><textarea readonly></textarea>'; $("textarea").value = answer;`,
      ),
    },
  ],
  [
    "the key broken into lines",
    {
      form: dialog(NATIVE),
      script: sends(
        READ,
        `place.innerHTML = '<h2>Your new API key</h2><pre></pre>'; $("pre").textContent = answer.match(/.{1,40}/g).join("\\n");`,
      ),
    },
  ],
  [
    "lives as radio buttons beside a date that counts for one of them only",
    {
      form: dialog(
        `<fieldset><legend>Expiration</legend><label><input type="radio" name="life" value="30" checked> 30 days</label><label><input type="radio" name="life" value=""> Custom date</label><input id="end" aria-label="Expires on" type="datetime-local"></fieldset>`,
      ),
      script: sends(
        `return $("[name=life]:checked").value ? "1999-01-01T00:00" : $("#end").value;`,
      ),
    },
  ],
  [
    "a box ticked for keys without an end, and a date that waits for it to be empty",
    {
      form: dialog(
        `<label><input type="checkbox" id="never" checked> Never expires</label><label>Expires <input id="end" type="datetime-local" disabled></label>`,
      ),
      script: `${sends(`return $("#never").checked ? "1999-01-01T00:00" : $("#end").value;`)}
        document.addEventListener("change", () => { if ($("#never")) $("#end").disabled = $("#never").checked; });`,
    },
  ],
  [
    "lives in a list that begins with a call to choose one",
    {
      form: dialog(
        `<label>Expiration <select id="life"><option value="0">Choose expiration…</option><option value="30">30 days</option><option value="">Custom…</option></select></label><div id="custom" hidden>${NATIVE}</div>`,
      ),
      script: `${sends(`return $("#life").value ? "1999-01-01T00:00" : $("#end").value;`)}
        document.addEventListener("change", () => { if ($("#life")) $("#custom").hidden = $("#life").value !== ""; });`,
    },
  ],
  [
    "a beginning beside the end",
    {
      open: "+ New",
      form: dialog(
        `<label>Valid from <input id="from" type="datetime-local"></label><label>Valid until <input id="end" type="datetime-local"></label>`,
      ),
      script: sends(`return $("#from").value || $("#end").value;`),
    },
  ],
  [
    "labelled number fields for day, month, year and time",
    {
      form: dialog(
        `<fieldset><legend>Expires</legend>${["Day", "Month", "Year", "Hour", "Minute"].map((part) => `<label>${part} <input id="${part}" type="number"></label>`).join("")}</fieldset>`,
      ),
      script: sends(
        `const of = (part) => $("#" + part).value.padStart(2, "0"); return of("Year") + "-" + of("Month") + "-" + of("Day") + "T" + of("Hour") + ":" + of("Minute");`,
      ),
    },
  ],
  ["an answer after five seconds", { delayMs: 5_000, form: dialog(NATIVE), script: sends(READ) }],
  ["a list that comes late", { listDelayMs: 3_000, form: dialog(NATIVE), script: sends(READ) }],
  [
    "a box to tick that the key was copied",
    {
      form: dialog(NATIVE),
      script: sends(
        READ,
        `place.innerHTML = '<div role="dialog"><h2>Your new API key</h2><input readonly aria-label="API key"><label><input type="checkbox"> I have copied it</label><button disabled>Close</button></div>'; $("#place input").value = answer;`,
      ),
    },
  ],
];

const ASKS_BACK: OddHabits = {
  form: dialog(NATIVE),
  script: `const opened = () => $("form").addEventListener("submit", (event) => {
        event.preventDefault();
        const [name, end] = [$("#name").value, $("#end").value];
        place.innerHTML = '<div role="dialog" aria-label="Create API key?"><h2>Create API key?</h2><p>It can delete storage.</p><button id="no">Cancel</button><button id="yes">Yes, create</button></div>';
        $("#yes").addEventListener("click", async () => { const answer = await issue(name, end); ${asField} });
      });`,
};

function options(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, at) => `<option>${from + at}</option>`).join("");
}

function months(): string {
  return Array.from({ length: 12 }, (_, at) => {
    const name = new Date(2026, at, 1).toLocaleString("en", { month: "long" });
    return `<option value="${at + 1}">${name}</option>`;
  }).join("");
}

describe("a console with habits of its own", () => {
  it.each(halfInFirefox(CONSOLES))(
    "makes one key with the end asked for: %s",
    async (_, habits) => {
      const { name, shown } = await asked(habits);
      await toldBehind(view, SAVED, 30_000);
      expect(shown.made.map(({ description, end }) => [description, end])).toEqual([[name, AT]]);
      expect(shown.asked()).toBe(1);
      await isKept(name);
    },
  );
});

describe("a console that asks back", () => {
  it("is answered by the person alone, and the key is made once", async () => {
    const { name, shown } = await asked(ASKS_BACK);
    await toldBehind(view, /Please answer the console's question/, 30_000);
    const [words] = await shown.page.$$eval(">>> [data-icmc-ask]", (notes) =>
      notes.map(({ shadowRoot }) => shadowRoot?.textContent?.trim()),
    );
    expect(words).toBe("Please answer here. ICMC Companion goes on by itself.");
    expect(shown.asked()).toBe(0);
    await (await shown.page.$("#yes"))?.click();
    await toldBehind(view, SAVED, 30_000);
    expect(shown.made.map(({ end }) => end)).toEqual([AT]);
    await isKept(name);
  });
});

describe("a form that takes a day without a time", () => {
  it("is handed over with the day in it, and whatever end the console gives is told", async () => {
    const { name, shown } = await asked({
      form: dialog(`<label>Expires <input id="end" type="date"></label>`),
      script: sends(`return $("#end").value + "T23:59";`),
    });
    await toldBehind(view, /Please choose the expiry in the console/, 30_000);
    await until(
      async () => (await shown.page.$$(">>> [data-icmc-ask]")).length === 1,
      5_000,
      async () => "nothing is asked for in the page",
    );
    expect(await shown.page.$eval("#end", (field) => (field as HTMLInputElement).value)).toBe(
      "2027-03-04",
    );
    expect(shown.asked()).toBe(0);
    await (await shown.page.$("#send"))?.click();
    await toldBehind(view, /the console gave it another expiry/, 30_000);
    expect(shown.asked()).toBe(1);
    await isKept(name);
  });
});

describe("a form with a time zone of its own", () => {
  it("is told the same instant as a clock there shows it", async () => {
    const { shown } = await asked({
      form: dialog(
        `${NATIVE}<label>Time zone <select><option selected>Asia/Tokyo</option></select></label>`,
      ),
      script: sends(`return new Date($("#end").value + "+09:00").toISOString();`),
    });
    await toldBehind(view, SAVED, 30_000);
    expect(shown.made.map(({ end }) => end)).toEqual([new Date(AT).toISOString()]);
  });
});

describe("a form that is not filled in by us alone", () => {
  it.each([
    [
      "a date that only its calendar may write",
      {
        form: dialog(`<label>Expires <input id="end" readonly value="2027-01-01 00:00"></label>`),
        script: sends(READ),
      },
      /Please choose the expiry in the console/,
    ],
    [
      "a day as text and a time of its own beside it",
      {
        form: dialog(
          `<label>Expiry date <input id="end" placeholder="DD/MM/YYYY"></label><label>Time <select><option>00:00</option></select></label>`,
        ),
        script: sends(READ),
      },
      /Please choose the expiry in the console/,
    ],
    [
      "a permission that has to be chosen",
      {
        form: dialog(
          `${NATIVE}<label>Scope <select required><option value="">-</option><option>read</option></select></label>`,
        ),
        script: sends(READ),
      },
      /Please answer the console's question/,
    ],
  ])("is handed over and never sent: %s", async (_, habits, words) => {
    const { shown } = await asked(habits);
    await toldBehind(view, words, 30_000);
    expect(await shown.page.$$(">>> [data-icmc-ask]")).toHaveLength(1);
    expect(shown.asked()).toBe(0);
  });

  it("goes on by itself once the permission is chosen", async () => {
    const { name, shown } = await asked({
      form: dialog(`${NATIVE}<label><input type="checkbox" id="scope"> Read</label>`).replace(
        '<button id="send">',
        '<button id="send" disabled>',
      ),
      script: `${sends(READ)} document.addEventListener("change", () => { const scope = $("#scope"); if (scope) $("#send").disabled = !scope.checked; });`,
    });
    await toldBehind(view, /Please answer the console's question/, 30_000);
    await shown.page.click("#scope");
    await toldBehind(view, SAVED, 30_000);
    expect(shown.made.map(({ end }) => end)).toEqual([AT]);
    await isKept(name);
  });
});

describe("a console that refuses", () => {
  it("is told in its own words after 429, and asked once", async () => {
    const { shown } = await asked({
      form: dialog(NATIVE),
      script: sends(READ),
      refuses: { status: 429, message: "Too many requests, wait a minute" },
    });
    await toldBehind(view, /Could not create the key: Too many requests, wait a minute/, 30_000);
    expect(shown.asked()).toBe(1);
  });
});

describe("a form with limits", () => {
  const limited = (field: string, hint = "") => ({
    form: `<div role="dialog" aria-label="New API key">${form(`<label>Expires ${field}</label>${hint}<button type="button" id="cancel">Cancel</button>`)}</div>`,
    script: `${sends(READ)}; document.addEventListener("click", ({ target }) => { if (target.id === "cancel") place.replaceChildren(); });`,
  });

  it.each([
    [
      "the last day it takes",
      limited(`<input id="end" type="datetime-local" max="2027-03-04T10:06">`),
      /takes an expiry up to .*2027.* Nothing was sent/,
    ],
    [
      "its own words",
      limited(`<input id="end" type="datetime-local">`, "<small>At most 30 days.</small>"),
      /says: “At most 30 days”\. Nothing was sent/,
    ],
  ])("has %s told before anything is sent, and is closed again", async (_, habits, words) => {
    const { shown } = await asked(habits);
    await toldBehind(view, words, 30_000);
    expect(shown.asked()).toBe(0);
    await until(
      () => shown.page.evaluate(() => document.querySelector("form") === null),
      3_000,
      async () => "the form stands there still",
    );
  });
});
