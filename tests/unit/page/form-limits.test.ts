// @vitest-environment jsdom
import { expect, it } from "vitest";
import { createFormAround } from "../../../lib/page/create-form";
import { readFormLimits } from "../../../lib/page/form-limits";

const NOW = Date.parse("2026-11-25T10:00:00");
const iso = (local: string) => new Date(local).toISOString();
const NONE = { longest: null, earliest: null, latest: null, said: null };

function limitsOf(html: string) {
  document.body.innerHTML = `<form>${html}<button>Create</button></form>`;
  const button = document.querySelector("button");
  const form = button && createFormAround(button);
  return form && readFormLimits(form, NOW);
}

it.each([
  [
    "the length of a description",
    `<input aria-label="Description" maxlength="64"><input type="datetime-local" aria-label="Expires">`,
    { longest: 64 },
  ],
  [
    "first and last minute of a native field",
    `<input aria-label="Description"><input type="datetime-local" aria-label="Expires" min="2026-11-26T08:30" max="2027-11-25T18:00:00">`,
    { earliest: iso("2026-11-26T08:30"), latest: iso("2027-11-25T18:00") },
  ],
  [
    "first and last day of a pair, to its end",
    `<input aria-label="Description"><input type="date" aria-label="Expires" min="2026-11-26" max="2027-11-25"><input type="time" aria-label="Time">`,
    { earliest: iso("2026-11-26T00:00"), latest: iso("2027-11-25T23:59") },
  ],
  [
    "the years of typed segments",
    `<input aria-label="Description"><div role="group"><span role="spinbutton" aria-label="Expires, year" aria-valuemin="1900" aria-valuemax="2030">YYYY</span></div>`,
    { latest: iso("2030-12-31T23:59") },
  ],
  [
    "its own words",
    `<input aria-label="Description"><input type="datetime-local" aria-label="Expires"><small>At most 30 days.</small>`,
    { said: { words: "At most 30 days.", latest: iso("2026-12-25T23:59:59.999") } },
  ],
  [
    "nothing where it says nothing",
    `<input aria-label="Description"><input type="datetime-local" aria-label="Expires">`,
    {},
  ],
])("reads %s", (_what, html, limits) => {
  expect(limitsOf(html)).toEqual({ ...NONE, ...limits });
});
