// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type CreateForm, createFormIn } from "../../../lib/page/create-form";
import { mayShowExpiry, noEvidence, shownExpiry } from "../../../lib/page/shown-expiry";

beforeEach(() => {
  vi.spyOn(Temporal.Now, "timeZoneId").mockReturnValue("Europe/Berlin");
});
afterEach(() => vi.restoreAllMocks());

function form(html: string): CreateForm {
  document.body.innerHTML = `<form><label>Description <input></label>${html}<button>Create</button></form>`;
  const found = createFormIn(document.body.firstElementChild as Element);
  if (!found) throw new Error("no form was found");
  return found;
}
const shown = (html: string) => {
  const atMs = shownExpiry(form(html), noEvidence());
  return atMs === null ? null : new Date(atMs).toISOString();
};
const native = (label: string, value = "2027-07-04T10:07") =>
  `<label>${label} <input type="datetime-local" value="${value}"></label>`;
const text = (label: string, value: string, more = "") =>
  `<label>${label} <input value="${value}"></label>${more}`;

describe("what a form's expiry says", () => {
  it.each([
    ["the browser's own clock", native("Expires"), "2027-07-04T08:07:00.000Z"],
    ["the zone in its label", native("Expires (UTC)"), "2027-07-04T10:07:00.000Z"],
    [
      "the zone in a hint below it",
      `${native("Expires")}<p>All times are in UTC</p>`,
      "2027-07-04T10:07:00.000Z",
    ],
    ["an offset beside it", `${native("Expires")}<span>UTC+9</span>`, "2027-07-04T01:07:00.000Z"],
    [
      "the reader's zone where it names that",
      native("Expires (your time, UTC+1)"),
      "2027-07-04T08:07:00.000Z",
    ],
    ["seconds that are zero", native("Expires", "2027-07-04T10:07:00"), "2027-07-04T08:07:00.000Z"],
    [
      "day and time in two fields",
      `<input type="date" aria-label="Expiration date" value="2027-12-31"><input type="time" aria-label="Expiration time" value="23:59">`,
      "2027-12-31T22:59:00.000Z",
    ],
    [
      "a day that cannot be a month",
      text("Expires", "25/05/2027 00:30"),
      "2027-05-24T22:30:00.000Z",
    ],
    [
      "the order its hint asks for",
      text("Expires (DD/MM/YYYY HH:mm)", "03/04/2027 10:07"),
      "2027-04-03T08:07:00.000Z",
    ],
    [
      "the order its placeholder shows",
      `<input aria-label="Expires" placeholder="12/31/2027 18:00" value="03/04/2027 10:07">`,
      "2027-03-04T09:07:00.000Z",
    ],
  ])("follows %s", (_, html, at) => {
    expect(shown(html)).toBe(at);
  });

  it.each([
    ["day and month may be swapped", text("Expires", "03/04/2027 10:07")],
    ["its zone has two meanings", native("Expires (CET)")],
    ["clocks skip that hour", native("Expires", "2027-03-28T02:30")],
    ["seconds are left over", native("Expires", "2027-07-04T10:07:30")],
    ["it is empty", native("Expires", "")],
    ["there is no such day", text("Expires", "31.02.2027 10:00")],
  ])("is not told where %s", (_, html) => {
    expect(shown(html)).toBeNull();
  });

  it("is enough for a person who chose one of two readings knowingly", () => {
    const open = form(text("Expires", "03/04/2027 10:07"));
    for (const at of ["2027-03-04T09:07:00Z", "2027-04-03T08:07:00Z"])
      expect(mayShowExpiry(open, noEvidence(), Date.parse(at))).toBe(true);
    expect(mayShowExpiry(open, noEvidence(), Date.parse("2027-03-04T10:07:00Z"))).toBe(false);
  });
});
