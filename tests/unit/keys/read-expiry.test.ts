import { describe, expect, it } from "vitest";
import { badgeOf } from "../../../lib/keys/badge";
import { dateOrder, learn } from "../../../lib/keys/date-order";
import type { CellText, DateContext, RowCells } from "../../../lib/keys/expiry-reading";
import { readCreated, readExpiry } from "../../../lib/keys/read-expiry";
import { readList } from "./read-list";

const NOW = "2026-07-15T10:00:00Z";
const context: DateContext = { language: null, zone: "Europe/Berlin", nowMs: Date.parse(NOW) };

const cell = (text: string, more: Partial<CellText> = {}): CellText => ({
  text,
  datetime: null,
  titles: [],
  ...more,
});
const row = (expiry: string, created?: string): RowCells => ({
  expiry: cell(expiry),
  created: created === undefined ? null : cell(created),
});

/** The likeliest instant, or how the reading ended. */
function read(expiry: string | CellText, more: Partial<DateContext> = {}): string {
  const cells = { expiry: typeof expiry === "string" ? cell(expiry) : expiry, created: null };
  const [reading] = readList([cells], { ...context, ...more });
  if (reading?.kind !== "instants") return reading?.kind ?? "nothing";
  return new Date(reading.readings[0].atMs).toISOString();
}

function state(expiry: string | CellText, more: Partial<DateContext> = {}): string {
  return (
    statesOf([typeof expiry === "string" ? row(expiry) : { expiry, created: null }], more)[0] ?? ""
  );
}

function statesOf(rows: RowCells[], more: Partial<DateContext> = {}): string[] {
  const all = { ...context, ...more };
  return readList(rows, all).map((reading) => badgeOf(reading, all.nowMs, all.zone).state);
}

const AT = "2027-03-12T13:05:00.000Z";

describe("a date with its time", () => {
  it.each([
    "2027-03-12T13:05:00.000Z",
    "2027-03-12T13:05Z",
    "2027-03-12 13:05:00 UTC",
    "2027-03-12T14:05:00+01:00",
    "2027-03-12 14:05",
    "2027/03/12, 14:05",
    "12.03.2027, 14:05",
    "12.3.27 14:05 Uhr",
    "12.03.2027 um 14.05 Uhr",
    "12. März 2027 um 14:05 Uhr",
    "12. Mrz. 2027, 14:05",
    "Fr., 12. März 2027, 14:05 MEZ",
    "Freitag, 12. März 2027 um 14:05:00 Mitteleuropäische Normalzeit",
    "Friday, 12 March 2027 at 14:05",
    "Fri, 12 Mar 2027 13:05:00 GMT",
    "Fri Mar 12 2027 14:05:00 GMT+0100 (Central European Standard Time)",
    "Fri Mar 12 13:05:00 UTC 2027",
    "March 12, 2027 at 2:05 PM",
    "Mar 12th, 2027 2:05pm",
    "12th of March 2027, 2:05 p.m.",
    "14:05, 12 March 2027",
    "12-Mar-2027 14:05",
    "2027-Mar-12 14:05",
    "2027-03-12 14:05 Europe/Berlin",
    "2027-03-12 18:35 (UTC+05:30)",
    "2027-03-12 13:05 +00:00",
    "Expires on 12 Mar 2027 at 14:05",
    "Gültig bis: 12.03.2027 14:05",
    "Active · 12 Mar 2027 14:05",
    "12\u00a0Mar\u202f2027\u200e 14:05",
    "\u200f12.03.2027 14:05",
    "１２.０３.２０２７ １４:０５",
    "1804856700",
    "1804856700000",
  ])("reads %s", (text) => {
    expect(read(text)).toBe(AT);
  });
});

describe("a date without a time", () => {
  it.each([
    "2027-03-12",
    "12.03.2027",
    "12. März 2027",
    "March 12, 2027",
    "12 Mar '27",
    "Mar 12, 27",
    "12.3.27",
    "12 Mar 2027 (in 8 months)",
  ])("lasts to the end of that day in the browser's zone: %s", (text) => {
    expect(read(text)).toBe("2027-03-12T22:59:59.999Z");
  });

  it("expires today on its day, whatever the hour", () => {
    for (const hour of ["00:00", "12:00", "23:59"]) {
      const nowMs = Date.parse(`2027-03-12T${hour}:00+01:00`);
      expect(state("12.03.2027", { nowMs })).toBe("urgent");
    }
  });
});

describe("words for the end", () => {
  it.each([
    "Never",
    "never expires",
    "No expiry",
    "No expiration date",
    "Does not expire",
    "Doesn’t expire",
    "Unlimited",
    "Expires: never",
    "Nie",
    "Läuft nicht ab",
    "Läuft nie ab",
    "Unbegrenzt",
    "Unbegrenzt gültig",
    "Gültig bis: unbefristet",
    "Kein Ablaufdatum",
    "∞",
    "Permanent",
    "No expiration set",
    "✅ Never expires",
  ])("takes %s as no end", (text) => expect(state(text)).toBe("never"));

  it.each([
    "—",
    "-",
    "",
    "n/a",
    "null",
    "Never used",
    "soon",
    "4 March",
    "12:30",
    "4242",
    "never mind",
  ])("takes %j as saying nothing", (text) => expect(state(text)).toBe("unknown"));

  it.each([
    ["in 3 months", "valid"],
    ["in 5 days", "urgent"],
    ["in einem Jahr", "valid"],
    ["in 1 year", "valid"],
    ["a year from now", "valid"],
    ["within a year", "unclear"],
    ["in over 1 year", "valid"],
    ["in more than 2 days", "unclear"],
    ["in 2 months", "valid"],
    ["in 2 weeks", "soon"],
    ["in 1 week", "unclear"],
    ["in 1 day", "urgent"],
    ["in 6 days", "urgent"],
    ["in 8 days", "soon"],
    ["in 29 days", "soon"],
    ["in 31 days", "valid"],
    ["in 3 days 4 h", "urgent"],
    ["in 2 Jahren", "valid"],
    ["noch 12 Tage", "soon"],
    ["expires in 2 hours", "urgent"],
    ["3 days left", "urgent"],
    ["1 year 2 months left", "valid"],
    ["about 2 years from now", "valid"],
    ["vor 2 Tagen", "expired"],
    ["expired 3 days ago", "expired"],
    ["last month", "expired"],
    ["tomorrow", "urgent"],
    ["morgen um 14:05 Uhr", "urgent"],
    ["today", "urgent"],
    ["heute", "urgent"],
    ["gestern", "expired"],
    ["vorgestern", "expired"],
    ["in 7 days", "unclear"],
    ["in 30 Tagen", "unclear"],
    ["in 1 month", "unclear"],
  ])("states %s only as far as every rounding agrees: %s", (text, expected) => {
    expect(state(text)).toBe(expected);
  });
});

it("says a length of time in the words of the page", () => {
  const words = (text: string) => {
    const [reading] = readList([row(text)], context);
    return badgeOf(reading ?? { kind: "unreadable" }, context.nowMs, context.zone).words;
  };
  expect(words("in 3 months")).toBe("Expires in about 3 months");
  expect(words("in 2 weeks")).toBe("Expires in about 14 days");
  expect(words("in a year")).toBe("Expires in about 12 months");
  expect(words("in 2 hours")).toBe("Expires today");
  expect(words("in 1 month")).toBe("Expiry unclear: in about 1 month");
  expect(words("5 days ago")).toBe("Expired about 5 days ago");
});

describe("impossible and hostile texts", () => {
  it.each([
    "31 Feb 2027",
    "2027-13-12",
    "2027-02-30T10:00:00Z",
    "12 Mar 2027 25:00",
    "0001-01-01T00:00:00Z",
    "Thursday, 12 March 2027",
    "12 Mаr 2027",
    "1O.03.2027",
    "\u202e12.03.2027",
    "12\u200f.03.2027",
    "1 12 Mar 2027",
    "12.03.2027.5",
    "12 Mar 2027 10:00 - 14:00",
    "1\u03362 Mar 2027",
    "\ue00012 Mar 2027",
  ])("does not guess at %j", (text) => {
    expect(state(text)).toBe("unknown");
  });

  // What grows with the square of a million ends this test by its time limit.
  it("are never called valid, however long and odd a text is", () => {
    const pieces = [
      "1",
      "12 ",
      "12.03.",
      "in 1 day ",
      "a/",
      "mar 1 ",
      "+01:00",
      "12:00 ",
      "(",
      "\u0301",
      "next ",
      "GMT+",
    ];
    for (const piece of pieces)
      for (const length of [290, 3_000, 1_000_000])
        expect(state(piece.repeat(Math.ceil(length / piece.length)).slice(0, length))).not.toBe(
          "valid",
        );
  });
});

describe("several sources in one cell", () => {
  it("lets a machine-readable date outweigh the text", () => {
    expect(read(cell("03/12/2027", { datetime: AT }))).toBe(AT);
  });
  it("lets a title say what the text leaves open", () => {
    expect(read(cell("in 8 months", { titles: ["12 March 2027 14:05 CET"] }))).toBe(AT);
    expect(state(cell("—", { titles: ["Never expires"] }))).toBe("never");
  });
  it("stays unclear where they contradict each other", () => {
    expect(state(cell("12 Mar 2027", { datetime: "2026-03-12T00:00:00Z" }))).toBe("unclear");
    expect(state("12 Mar 2026 - 12 Mar 2027")).toBe("unclear");
    expect(state(cell("in 3 months", { titles: ["12 March 2020"] }))).toBe("unclear");
  });
  it("does not read never beside a date", () => {
    expect(state(cell("Never", { datetime: AT }))).toBe("unknown");
    expect(state(cell("Never", { datetime: "9999-12-31T23:59:59Z" }))).toBe("never");
  });
  it("leaves out a date that is said to be another one", () => {
    expect(read("Created 2 Jan 2026 · Expires 12 Mar 2027 14:05")).toBe(AT);
  });
});

describe("another event in the same cell", () => {
  it.each([
    ["Never last used 2 days ago", "never"],
    ["Never · created 4 Mar 2026", "never"],
    ["Never (last used by anna 2 days ago)", "never"],
    ["Nie | zuletzt verwendet vor 2 Tagen", "never"],
    ["Never · never used", "never"],
    ["Last used: never · Never", "never"],
    ["Last used: never", "unknown"],
    ["Never used 2 days ago", "never"],
    ["Never used · in 60 days", "valid"],
    ["Never used 23 Jun 2027", "unknown"],
    ["Nie verwendet: 23.06.2027", "unknown"],
    ["23 Jun 2027 last used 2 days ago", "valid"],
    ["23 Jun 2027, last used 1 day ago", "valid"],
    ["23 Jun 2027 · renewed yesterday", "valid"],
    ["23.06.2027 erstellt am 04.03.2026", "valid"],
    ["vor 2 Tagen erstellt, läuft in 60 Tagen ab", "valid"],
    ["Renewed 2 days ago, expires in 60 days", "valid"],
    ["Synced 2 days ago · Expires 23 Jun 2027", "valid"],
    ["not yet expired, ends 23 Jun 2027", "valid"],
    ["Expires today · created 4 Mar 2026", "urgent"],
    ["Created by anna, 4 Mar 2026", "unknown"],
    ["4 Mar 2026 created 23 Jun 2027 expires", "unknown"],
    ["2 days ago used 23 Jun 2027", "unknown"],
    ["Last used by anna · 2 days ago", "unknown"],
    ["Expired · last used 2 days ago", "expired"],
    ["No expiration, created Mar 4, 2026 at 2:05 PM", "never"],
    ["Never 10:30", "unknown"],
  ])("is not the end: %s", (text, expected) => expect(state(text)).toBe(expected));

  it("is not the end in a title either", () => {
    expect(state(cell("23 Jun 2027", { titles: ["Last used 2 days ago"] }))).toBe("valid");
    expect(state(cell("in 60 days", { titles: ["Created 4 Mar 2026"] }))).toBe("valid");
    expect(state(cell("Never", { titles: ["Created 4 Mar 2026"] }))).toBe("never");
  });

  it("tells the end apart from the creation in a created cell too", () => {
    const both = readCreated(
      cell("Created 4 Mar 2026, last used 2 days ago"),
      dateOrder([], context),
      context,
    );
    expect(both).toMatchObject({ kind: "instants", readings: [{ isWholeDay: true }] });
  });
});

describe("the words of the header", () => {
  it.each([
    ["Expires in", "212 days", "valid"],
    ["Expires in", "3 days 4 h", "urgent"],
    ["Time left", "2 weeks", "soon"],
    ["Läuft ab in", "12 Tage", "soon"],
    ["Expires in", "-", "unknown"],
    ["Expiry date", "212 days", "unknown"],
  ])("%s: %s is %s", (header, text, expected) =>
    expect(state(text, { headers: [header] })).toBe(expected),
  );

  it("make a range a beginning and an end", () => {
    const range = "25 Aug 2025 – 23 Jun 2027";
    expect(state(range)).toBe("unclear");
    for (const header of ["Validity", "Gültigkeit", "Valid from – until"])
      expect(state(range, { headers: [header] })).toBe("valid");
    expect(state("25 Aug 2025 until 23 Jun 2027")).toBe("valid");
    expect(state("vom 25.08.2025 bis 23.06.2027")).toBe("valid");
    expect(state("23 Jun 2027 – 25 Aug 2025", { headers: ["Validity"] })).toBe("unclear");
  });
});

describe("rarer ways to write an end", () => {
  it.each([
    ["20270312", "2027-03-12T22:59:59.999Z"],
    ["20270312 14:05", AT],
    ["2027/03/12 14h05", AT],
    ["12 Mar 2027 14.05", AT],
    ["March 12, 2027 14.05", AT],
    ["12. März 2027 14.05", AT],
    ["12345678", "unreadable"],
    ["20271312", "unreadable"],
    ["10 20270312", "unreadable"],
    ["Wed Mar 10 2027 14:05:00 GMT+0100 (Central European Time)", "2027-03-10T13:05:00.000Z"],
    ["Expired", "past"],
    // The day is not over yet, but the key is.
    ["Expired Jul 15, 2026", "past"],
    ["Expired today", "past"],
    ["Expired 2 hours ago (Jul 15, 2026)", "past"],
    ["🔴 Expired", "past"],
    ["⚠️ 20270312", "2027-03-12T22:59:59.999Z"],
    ["Abgelaufen", "past"],
    ["Status: expired", "past"],
    ["not expired", "unreadable"],
  ])("reads %s", (text, expected) => expect(read(text)).toBe(expected));

  it("takes a month as the whole of it", () => {
    expect(state("Jan 2027")).toBe("valid");
    expect(state("Januar 2026")).toBe("expired");
    expect(state("Expires July 2026")).toBe("unclear");
    expect(state("Created Jan 2026")).toBe("unknown");
  });
});

describe("day and month", () => {
  const open = "07/08/2026";

  it("stay open without evidence", () => {
    expect(state(open)).toBe("unclear");
    expect(state(open, { language: "en" })).toBe("unclear");
  });
  it("are settled by a value above 12 in the column", () => {
    expect(statesOf([row(open), row("25/12/2026")])[0]).toBe("soon");
    expect(statesOf([row(open), row("12/25/2026")])[0]).toBe("expired");
  });
  it("are settled by the other column", () => {
    expect(statesOf([row(open), row("01/02/2027", "25/01/2026")])[0]).toBe("soon");
    expect(statesOf([row(open, "08/07/2026")])[0]).toBe("soon");
  });
  it("are settled by a weekday and by a machine-readable date in another row", () => {
    expect(statesOf([row(open), row("Sat 04/03/2027")])[0]).toBe("expired");
    const told = {
      expiry: cell("03/12/2027", { datetime: "2027-03-12T12:00:00Z" }),
      created: null,
    };
    expect(statesOf([row(open), told])[0]).toBe("expired");
  });
  it("are settled by a language with a region, when nothing else does", () => {
    expect(state(open, { language: "en-GB" })).toBe("soon");
    expect(state(open, { language: "en-US" })).toBe("expired");
    expect(statesOf([row(open), row("12/25/2026")], { language: "en-GB" })[0]).toBe("expired");
  });
  it("stay open where the browser writes them otherwise than the usual template's language", () => {
    const read = (language: string, ...languages: string[]) => state(open, { language, languages });
    expect(read("en-US", "en-GB", "en")).toBe("unclear");
    expect(read("en-US", "fr")).toBe("unclear");
    expect(read("en-US", "de-DE", "en-US")).toBe("expired");
    expect(read("en-GB", "en-US")).toBe("soon");
  });
  it("stay open where the headers are in another language, or the separator is another's", () => {
    const german = ["Beschreibung", "Gültig bis", "Erstellt am"];
    const english = ["Description", "Valid until (UTC)", "Created at"];
    expect(state(open, { language: "en-US", headers: german })).toBe("unclear");
    expect(state(open, { language: "de" })).toBe("unclear");
    expect(state("07-08-2026", { language: "en-GB" })).toBe("unclear");
    expect(state(open, { language: "fr", headers: english })).toBe("unclear");
    expect(state(open, { language: "en-US", headers: ["Caduca el"] })).toBe("unclear");
    expect(state(open, { language: "en-US", headers: english })).toBe("expired");
    expect(state(open, { language: "en-GB", headers: english })).toBe("soon");
    expect(state(open, { language: "fr", headers: ["Description", "Expire le"] })).toBe("soon");
  });
  it("stay open where the evidence contradicts itself", () => {
    expect(
      statesOf([row(open), row("25/12/2026"), row("12/25/2026")], { language: "en-GB" })[0],
    ).toBe("unclear");
  });
  it("are day first with dots, unless the column shows otherwise", () => {
    expect(state("07.08.2026")).toBe("soon");
    expect(statesOf([row("07.08.2026"), row("12.25.2026")])[0]).toBe("expired");
  });
  it("keep a badge where both readings mean the same", () => {
    expect(state("03/04/2027")).toBe("valid");
  });
});

describe("the zone of a time without one", () => {
  const newYork = { zone: "America/New_York" };

  it("is the browser's where others make no difference", () => {
    expect(state("2027-03-12 14:05", newYork)).toBe("valid");
  });
  it("is in doubt where another would give another state", () => {
    expect(state("2026-07-15 08:00", newYork)).toBe("unclear");
    expect(state("2026-07-15 08:00 EDT", newYork)).toBe("urgent");
  });
  it("is not the one in which a key would have been made in the future", () => {
    const rows = [
      row("2026-07-15 08:00", "2026-07-14 10:00"),
      row("2027-01-01 08:00", "2026-07-15 11:58"),
    ];
    expect(statesOf(rows, newYork)[0]).toBe("expired");
  });
  it("keeps both hours that a clock shows twice", () => {
    const nowMs = Date.parse("2026-10-25T01:00:00Z");
    expect(state("2026-10-25 02:30 Europe/Berlin", { nowMs })).toBe("unclear");
  });
});

describe("one row at a time", () => {
  it("tells when a row brings new evidence, and reads the others with it", () => {
    const order = dateOrder([row("07/08/2026")], context);
    const before = readExpiry(cell("07/08/2026"), order, context);

    expect(learn(order, row("07/09/2026"), context)).toBe(false);
    expect(learn(order, row("25/12/2026"), context)).toBe(true);

    const after = readExpiry(cell("07/08/2026"), order, context);
    expect(before.kind === "instants" && before.readings).toHaveLength(2);
    expect(after.kind === "instants" && after.readings).toHaveLength(1);
  });

  it("reads a created date as one that has passed", () => {
    const reading = readCreated(cell("Created 07/08/2026"), dateOrder([], context), context);
    expect(reading.kind === "instants" && reading.readings).toHaveLength(1);
  });
});

describe("words beside a time that are not known", () => {
  it.each([
    ["2026. 7. 15. 오후 8:05", "another half of the day"],
    ["2026/7/15 下午8:05", "the same, right before its digits"],
    ["15/7/2026, 8:05 μ.μ.", "the same behind it"],
    ["15. Juli 2026, 8:05 abends", "a word of ours for it"],
    ["15 Jul 2026, 8:05 in the evening", "several words for it"],
    ["15/7/2026 20:05:00 heure normale du Pacifique", "a zone in another language"],
    ["15-7-2026 20:05 Pacific-standaardtijd", "the same in one word"],
    ["15/07/2026 20:05 WIB", "the short name of a zone"],
  ])("leave open what they mean: %s, %s", (text) => {
    expect(state(text)).toBe("unclear");
    expect(state(text.replace("2026", "2028"))).toBe("valid");
  });

  it.each([
    ["15.07.2026 14:05 Uhr", "urgent"],
    ["15 Jul 2026 at 14:05 · Active", "urgent"],
    ["Expires 15 Jul 2026 14:05, last used 2 days ago", "urgent"],
    ["15.07.2026 г., 14:05 ч.", "urgent"],
  ])("are none in %s", (text, expected) => expect(state(text)).toBe(expected));

  it("does not take a day for the whole of it where a clock is not understood", () => {
    for (const text of [
      "15 Jul 2026 at midnight",
      "15 Jul 2026, 12 noon",
      "15 Jul 2026, 0905",
      "15 Jul 2026 at 9",
      "15 Jul 2026 09:05-10:00",
      "2026. 7. 15. 오후 8시 50분",
    ])
      expect(state(text), text).toBe("unknown");
    expect(read("15.7.2026 klo 16.16")).toBe("2026-07-15T14:16:00.000Z");
  });
});

describe("what only looks like the end", () => {
  it.each([
    ["½ month left", "unknown"],
    ["1½ weeks left", "unknown"],
    ["1’005 Tage übrig", "unknown"],
    ["90 of 365 days left", "unknown"],
    ["5±1 days left", "unknown"],
    ["30 min 5 s left", "urgent"],
    ["at least 5 days left", "unclear"],
    ["more than 5 days left", "unclear"],
    ["> 40 days left", "valid"],
    ["less than 40 days left", "unclear"],
    ["up to 40 days left", "unclear"],
    ["≤ 5 days left", "urgent"],
    ["week of 15 Jul 2026", "unknown"],
    ["last week of December", "unknown"],
    ["gestern Morgen, 08:00", "expired"],
    ["heute Morgen um 8 Uhr", "expired"],
    ["Valid before 15 Jul 2026", "unknown"],
    ["on or before 15 Jul 2026", "urgent"],
    ["Not before 1 Jan 2026, not after 12 Mar 2027", "valid"],
    ["will be expired on 08/07/2026", "unclear"],
    ["12/3/2570", "unknown"],
    ["12 Mar 69", "unknown"],
    ["26. 7. 27.", "unclear"],
    ["2027-01-01 Expired", "unknown"],
    ["Paused until 1 Jan 2027", "unknown"],
    ["Grace period until 1 Jan 2027", "unknown"],
    ["Can be extended until 1 Jan 2027", "unknown"],
    ["No earlier than 1 Jan 2027", "unknown"],
    ["Auto-renews 1 Jan 2027", "unknown"],
    ["Activates on 1 Jan 2027", "unknown"],
    ["Approved: 1 Jan 2027", "unknown"],
    ["30 days after 1 Jul 2026", "unknown"],
    ["1 Jul 2026 + 30 days", "unknown"],
  ])("%s is %s", (text, expected) => expect(state(text)).toBe(expected));

  it("is not the date attached to another event", () => {
    const used = "2026-07-13T10:00:00Z";
    expect(state(cell("Expires soon · last used 2 days ago", { datetime: used }))).toBe("unknown");
    expect(state(cell("— last used 2 days ago", { titles: [used] }))).toBe("unknown");
    expect(state(cell("in 60 days · created 1 Jul", { datetime: used }))).toBe("valid");
    expect(state(cell("Never · updated 2 days ago", { datetime: used }))).toBe("never");
    expect(state(cell("—", { titles: ["Extend to 12 Mar 2028"] }))).toBe("unknown");
    expect(read(cell("12 Mar 2027 · last used 2 days ago", { datetime: AT }))).toBe(AT);
  });
});
