import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { launchBrowser, type TestBrowser } from "../browser.ts";
import { until } from "../our-marks.ts";
import { seenPage } from "../row-truth.ts";
import { american, daysAway, german, html, iso, openOddPage, table } from "./odd-page.ts";

let browser: TestBrowser;
let page: Page | undefined;

beforeAll(async () => {
  browser = await launchBrowser({ port: null });
});
afterEach(async () => {
  await page?.close();
  page = undefined;
});
afterAll(async () => {
  expect(browser.errors()).toEqual([]);
  await browser.close();
});

/** Badge states by description. */
async function badgesOf(names: readonly string[]): Promise<Record<string, string>> {
  if (!page) throw new Error("no page is open");
  const { rows, badges } = await seenPage(page, names);
  const states = Object.fromEntries(
    rows.map((row) => [row.description, row.badges.join("+") || "none"]),
  );
  return badges === rows.flatMap((row) => row.badges).length
    ? states
    : { ...states, elsewhere: String(badges) };
}

/** Waits for these badges, and looks again a little later: they must stay. */
async function expectBadges(wanted: Record<string, string>): Promise<void> {
  await badgesBecome(wanted);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(await badgesOf(Object.keys(wanted))).toEqual(wanted);
}

async function badgesBecome(wanted: Record<string, string>): Promise<void> {
  const names = Object.keys(wanted);
  let seen: Record<string, string> = {};
  await until(
    async () => {
      seen = await badgesOf(names);
      return JSON.stringify(sorted(seen)) === JSON.stringify(sorted(wanted));
    },
    15_000,
    async () => `wanted ${JSON.stringify(wanted)}, seen ${JSON.stringify(seen)}`,
  );
}

const sorted = (record: Record<string, string>) =>
  Object.entries(record).sort(([a], [b]) => a.localeCompare(b));

const NONE = { "Backup host": "none", "Billing job": "none", "Old import": "none" };
const TRUTH = { "Backup host": "valid", "Billing job": "soon", "Old import": "expired" };
const UNREAD = { "Backup host": "unknown", "Billing job": "unknown", "Old import": "unknown" };
const DAYS = { "Backup host": 200, "Billing job": 15, "Old import": -40 };
const keyRows = (write: (at: Date) => string) =>
  Object.entries(DAYS).map(([name, days]) => [name, write(daysAway(days)), write(daysAway(-300))]);

const h1 = "<h1>API Keys</h1>";

it.each<[string, string, Record<string, string>]>([
  [
    "German words, a status, a last use, an owner",
    html(
      `<h1>API-Zugangsschlüssel</h1>${table(
        ["Bezeichnung", "Status", "Zuletzt verwendet", "Angelegt am", "Läuft ab am", "Besitzer"],
        Object.entries(DAYS).map(([name, days]) => [
          name,
          days > 0 ? "Aktiv" : "Abgelaufen",
          german(daysAway(-2)),
          german(daysAway(-300)),
          german(daysAway(days)),
          "Kim",
        ]),
      )}`,
      { lang: "de" },
    ),
    TRUTH,
  ],
  [
    "sessions and invitations in tables of their own",
    html(
      `${h1}<h2>Active sessions</h2>${table(["Device", "Expires"], [["Firefox", iso(daysAway(3))]])}
      <h2>API Keys</h2>${table(["Name", "Expires", "Created"], keyRows(iso))}
      <h2>Team invitations</h2>${table(["Email", "Valid until"], [["a@b.example", iso(daysAway(3))]])}`,
    ),
    { ...TRUTH, Firefox: "none", "a@b.example": "none" },
  ],
  [
    "columns that are hidden",
    html(
      `<style>.off{display:none}</style>${h1}<table><tr><th>Description</th><th class="off">Id</th><th>Valid until</th><th class="off">Created at</th></tr>
      ${keyRows(iso)
        .map(
          ([a, b, c]) =>
            `<tr><td>${a}</td><td class="off">2031-01-01</td><td>${b}</td><td class="off">${c}</td></tr>`,
        )
        .join("")}</table>`,
    ),
    TRUTH,
  ],
  [
    "words for the distance with the date in a title",
    html(
      `${h1}${table(
        ["Key", "Expires"],
        Object.entries(DAYS).map(([name, days]) => [
          name,
          `<span title="${daysAway(days).toUTCString()}">${days > 0 ? `in about ${Math.round(days / 30) || 1} months` : "last month"}</span>`,
        ]),
      )}`,
    ),
    TRUTH,
  ],
  [
    "day and time on two lines",
    html(
      `${h1}${table(
        ["Description", "Valid until", "Created at"],
        keyRows((at) => {
          const [day = "", time = ""] = iso(at).split(" ");
          return `<div>${day}</div><div style="color:grey">${time}</div>`;
        }),
      )}`,
    ),
    TRUTH,
  ],
  [
    "identifiers that are names of object properties, and letters that reorder",
    html(
      `${h1}<table id="__proto__"><tr id="constructor"><th id="toString">Description</th><th id="__proto__">Valid until</th></tr>
      <tr id="hasOwnProperty"><td headers="toString">Backup host</td><td headers="__proto__">${iso(daysAway(200))}</td></tr>
      <tr><td headers="toString">Billing job</td><td headers="__proto__">\u202e${iso(daysAway(15)).split("").reverse().join("")}\u202c</td></tr>
      <tr><td headers="toString">Old import</td><td headers="__proto__">2O26-1O-O1 10:00</td></tr></table>`,
    ),
    { "Backup host": "valid", "Billing job": "unknown", "Old import": "unknown" },
  ],
  [
    "month and day that nothing tells apart",
    html(
      `${h1}${table(
        ["Description", "Valid until"],
        [
          ["Backup host", `03/04/${new Date().getFullYear() + 2}`],
          ["Billing job", `08/09/${new Date().getFullYear() + 2}`],
        ],
      )}`,
    ),
    { "Backup host": "valid", "Billing job": "valid" },
  ],
  [
    "owners that reach down over their keys, and buttons without a header",
    html(
      `${h1}<table><thead><tr><th>Owner</th><th>Description</th><th>Valid until</th><th>Created at</th></tr></thead><tbody>${keyRows(
        iso,
      )
        .map(
          ([a, b, c], at) =>
            `<tr>${at === 0 ? '<td rowspan="3">Kim</td>' : ""}<td>${a}</td><td>${b}</td><td>${c}</td><td><button>Delete</button></td></tr>`,
        )
        .join("")}</tbody></table>`,
    ),
    TRUTH,
  ],
  [
    "a time apart from its date",
    html(
      `${h1}<ul>${keyRows(iso)
        .map(([a, b = ""]) => {
          const [day, time] = b.split(" ");
          return `<li><strong>${a}</strong><div><span>Expires</span><span>${day}</span><span>${time}</span></div></li>`;
        })
        .join("")}</ul>`,
    ),
    TRUTH,
  ],
  [
    "a group row, a details row and a sum",
    html(
      `${h1}<table><thead><tr><th>Description</th><th>Valid until</th></tr></thead><tbody><tr><th colspan="2">Production</th></tr>
      ${keyRows(iso)
        .map(([a, b]) => `<tr><td>${a}</td><td>${b}</td></tr>`)
        .join(
          `<tr class="details"><td colspan="2">Used by 3 hosts until ${iso(daysAway(4))}</td></tr>`,
        )}</tbody><tfoot><tr><td>3 keys</td><td>next: ${iso(daysAway(15))}</td></tr></tfoot></table>`,
    ),
    TRUTH,
  ],
  [
    "entries that are sentences",
    html(
      `${h1}<ul>${keyRows(iso)
        .map(
          ([a, b, c]) =>
            `<li><strong>${a}</strong><p>Created on ${c} · Expires on ${b}</p><button>Revoke</button></li>`,
        )
        .join("")}</ul>`,
    ),
    TRUTH,
  ],
  [
    "a menu and a time field for each row",
    html(
      `${h1}${table(
        ["", "Token name", "Expiration", "Actions"],
        keyRows(iso).map(([a = "", b = ""]) => [
          '<input type="checkbox">',
          a,
          `<time>${b}</time>`,
          '<button aria-label="Delete">🗑</button><select><option>Renew</option><option>Valid until 2030-01-01</option></select>',
        ]),
      )}`,
    ),
    TRUTH,
  ],
  [
    "attributes and texts of a megabyte",
    html(
      `${h1}<p data-x="${"x".repeat(300_000)}">${"lorem ipsum valid until ".repeat(30_000)}</p>${table(["Description", "Valid until", "Created at"], keyRows(iso), `data-y="${"y".repeat(200_000)}"`)}`,
    ),
    TRUTH,
  ],
  [
    "a table inside of a table",
    html(
      `<table><tr><td><nav>Menu</nav></td><td>${h1}${table(["Description", "Valid until", "Created at"], keyRows(iso))}</td></tr></table>`,
    ),
    TRUTH,
  ],
])("reads a list with %s", async (_name, source, wanted) => {
  page = await openOddPage(browser, source);
  await expectBadges(wanted);
});

it("calls unclear what the order of day and month decides", async () => {
  const now = new Date();
  // The 5th of the 6th or the 6th of the 5th, next year or the one after: one of them has another state.
  const [a, b] = [now.getMonth() + 1, ((now.getMonth() + 5) % 12) + 1].sort((x, y) => x - y);
  const day = (month: number) => Math.min(month, 12);
  const year = now.getMonth() >= 7 ? now.getFullYear() + 1 : now.getFullYear();
  const text = `${String(day(a ?? 1)).padStart(2, "0")}/${String(day(b ?? 1)).padStart(2, "0")}/${year}`;
  page = await openOddPage(
    browser,
    html(`${h1}${table(["Description", "Valid until"], [["Backup host", text]])}`),
  );
  const states = await stateOnceShown("Backup host");
  const ends = [
    new Date(year, (b ?? 1) - 1, a ?? 1, 23, 59, 59),
    new Date(year, (a ?? 1) - 1, b ?? 1, 23, 59, 59),
  ].map((end) => stateOf(end));
  expect(states).toBe(ends[0] === ends[1] ? ends[0] : "unclear");
});

async function stateOnceShown(name: string): Promise<string> {
  let state = "none";
  await until(
    async () => {
      state = (await badgesOf([name]))[name] ?? "none";
      return state !== "none";
    },
    4_000,
    async () => "no badge",
  );
  return state;
}

function stateOf(end: Date): string {
  const days = (end.getTime() - Date.now()) / 86_400_000;
  if (days < 0) return "expired";
  return days <= 7 ? "urgent" : days <= 30 ? "soon" : "valid";
}

it("follows rows that are loaded late, through dashes and placeholders", async () => {
  const empty = Object.keys(DAYS).map((name) => [name, "—", "—"]);
  page = await openOddPage(
    browser,
    html(
      `${h1}<div id="list">Loading…</div><script>
      setTimeout(() => { list.innerHTML = ${JSON.stringify(table(["Description", "Valid until", "Created at"], empty))}; }, 300);
      const arrive = () => { const rows = ${JSON.stringify(keyRows(iso))}; document.querySelectorAll("tbody tr").forEach((row, at) => {
        row.cells[1].firstChild.nodeValue = rows[at][1]; row.cells[2].firstChild.nodeValue = rows[at][2]; }); };
      </script>`,
    ),
  );
  await expectBadges(UNREAD);
  await page.evaluate("arrive()");
  await expectBadges(TRUTH);
});

it("reads a dash as no end in a row and column that have their other values", async () => {
  page = await openOddPage(
    browser,
    html(
      `${h1}${table(
        ["Description", "Valid until", "Created at"],
        [...keyRows(iso), ["For ever", "—", iso(daysAway(-9))], ["Half loaded", "—", ""]],
      )}`,
    ),
  );
  await expectBadges({ ...TRUTH, "For ever": "never", "Half loaded": "unknown" });
});

it("keeps one true badge for each row of a table that is replaced all the time", async () => {
  page = await openOddPage(
    browser,
    html(
      `${h1}<div id="list"></div><script>let turn = 0; const all = ${JSON.stringify(keyRows(iso))};
      const draw = () => { const rows = turn++ % 2 ? all : [...all].reverse();
        list.innerHTML = '<table><tr><th>Description</th><th>Valid until</th></tr>' + rows.map((r) => '<tr><td>' + r[0] + '</td><td>' + r[1] + '</td></tr>').join('') + '</table>'; };
      draw(); setInterval(draw, 200);</script>`,
    ),
  );
  await badgesBecome(TRUTH);
  for (let look = 0; look < 10; look++) {
    await new Promise((resolve) => setTimeout(resolve, 130));
    for (const [name, state] of Object.entries(await badgesOf(Object.keys(DAYS)))) {
      expect([TRUTH[name as keyof typeof TRUTH], "none"]).toContain(state);
    }
  }
});

it("is never wrong while the same rows show other keys all the time", async () => {
  page = await openOddPage(
    browser,
    html(
      `${h1}${table(["Description", "Valid until", "Created at"], keyRows(iso))}<script>
      const all = ${JSON.stringify(keyRows(iso))}; let turn = 0; window.wrong = []; const rows = document.querySelectorAll("tbody tr");
      const truth = ${JSON.stringify(TRUTH)};
      const shift = () => { turn++; rows.forEach((row, at) => { const key = all[(at + turn) % 3];
        row.cells[0].firstChild.nodeValue = key[0]; row.cells[1].firstChild.nodeValue = key[1]; }); };
      const look = () => rows.forEach((row) => { const badge = row.querySelector("[data-icmc-badge]");
        if (badge && badge.dataset.icmcBadge !== truth[row.cells[0].firstChild.nodeValue]) wrong.push(badge.dataset.icmcBadge); });
      // What is painted is what stands there after the observers of a turn.
      setTimeout(() => { const step = () => { shift(); setTimeout(() => { look(); if (turn < 400) step(); }); }; step(); }, 600);
      </script>`,
    ),
  );
  await page.waitForFunction("turn === 400", { timeout: 60_000, polling: 100 });
  expect(await page.evaluate("wrong.length")).toBe(0);
  await expectBadges(TRUTH);
});

it("stays usable in an uproar of ten thousand changes a second", async () => {
  page = await openOddPage(
    browser,
    html(
      `${h1}${table(["Description", "Valid until", "Created at"], keyRows(iso))}<div id="storm"></div><script>
      for (let at = 0; at < 200; at++) storm.append(document.createElement("p"));
      let longest = 0, last = performance.now();
      setInterval(() => { const now = performance.now(); longest = Math.max(longest, now - last); last = now;
        for (let at = 0; at < 100; at++) { const p = storm.children[(Math.random() * 200) | 0]; p.textContent = "Valid until " + Math.random(); p.className = "c" + at; } }, 10);
      setTimeout(() => { longest = 0; last = performance.now(); }, 1000);</script>`,
    ),
  );
  await expectBadges(TRUTH);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  // Ten times what a person notices: this machine may be busy with other things.
  expect(await page.evaluate("longest")).toBeLessThan(500);
});

it("follows the language", async () => {
  page = await openOddPage(
    browser,
    html(
      `<h1>API Keys</h1>${table(["Description", "Valid until", "Created at"], keyRows(american))}<script>
      const rows = ${JSON.stringify(keyRows(german))};
      window.germanise = () => { document.documentElement.lang = "de"; document.querySelector("h1").textContent = "API-Schlüssel";
        ["Beschreibung", "Gültig bis", "Erstellt am"].forEach((text, at) => { document.querySelectorAll("th")[at].textContent = text; });
        document.querySelectorAll("tbody tr").forEach((row, at) => { row.cells[1].textContent = rows[at][1]; row.cells[2].textContent = rows[at][2]; }); };
      </script>`,
      { lang: "en-US" },
    ),
  );
  await expectBadges(TRUTH);
  await page.evaluate("germanise()");
  await expectBadges(TRUTH);
});

it("follows columns that change places", async () => {
  page = await openOddPage(
    browser,
    html(
      `${h1}${table(["Description", "Valid until", "Created at"], keyRows(iso))}<script>
      window.swap = () => document.querySelectorAll("tr").forEach((row) => { const [, b, c] = row.cells; const text = b.firstChild.nodeValue;
        b.firstChild.nodeValue = c.firstChild.nodeValue; c.firstChild.nodeValue = text; });</script>`,
    ),
  );
  await expectBadges(TRUTH);
  await page.evaluate("swap()");
  await expectBadges(TRUTH);
});

it.each([
  [
    "a closed shadow root",
    `<div id="host"></div><script>host.attachShadow({mode:"closed"}).innerHTML = ${JSON.stringify(table(["Description", "Valid until"], keyRows(iso)))};</script>`,
  ],
  ["a picture", '<canvas width="600" height="300" aria-label="Keys"></canvas>'],
  [
    "a frame",
    `<iframe srcdoc="${table(["Description", "Valid until"], keyRows(iso)).replaceAll('"', "&quot;")}"></iframe>`,
  ],
])("says in words that it finds no list in %s", async (_name, body) => {
  page = await openOddPage(browser, html(`${h1}${body}`));
  await until(
    async () =>
      (await page?.$$eval(">>> [data-icmc-note]", (notes) =>
        notes.some((note) => note.shadowRoot?.textContent?.includes("no list of API keys")),
      )) ?? false,
    9_000,
    async () => "no note",
  );
});

it.each([
  ["Team members", "/team_members", "<h1>Team members</h1>", ["Name", "Created at", "Valid until"]],
  ["contracts", "/contracts", "<h1>Contracts</h1>", ["Contract", "Valid until", "Created at"]],
  ["the documentation", "/docs/api-keys", "<h1>API Keys</h1>", ["Name", "Expires", "Created"]],
] as const)("does nothing on the page of %s", async (_name, path, heading, columns) => {
  page = await openOddPage(browser, html(`${heading}${table(columns, keyRows(iso))}`), path);
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(await badgesOf(Object.keys(DAYS))).toEqual(NONE);
});
