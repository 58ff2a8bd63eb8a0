// @vitest-environment jsdom
import { expect, it } from "vitest";
import { createFormIn } from "../../../lib/page/create-form";
import { findCustomDate } from "../../../lib/page/custom-date";
import { textOf } from "../../../lib/page/text";

/** The words of what has to be chosen before the date of a form counts; `null` where it counts already. */
function toChoose(fields: string): string | null {
  document.body.innerHTML = `<form><label>Description <input></label>${fields}</form>`;
  const form = createFormIn(document.querySelector("form") as Element);
  const choice = form && findCustomDate(form);
  return choice && textOf(choice.closest("label,option,button") ?? choice, { hidden: true });
}
const END = `<label>Expires <input type="datetime-local"></label>`;
const radio = (words: string, more = "") =>
  `<label><input type="radio" name="life" ${more}> ${words}</label>`;
const list = (...options: string[]) =>
  `<label>Expiration <select>${options.map((one) => `<option>${one}</option>`).join("")}</select></label>`;

it.each([
  [
    "the own date among lives, though its field is there",
    radio("30 days", "checked") + radio("Custom") + END,
    "Custom",
  ],
  [
    "the own date in a list, and not the call to choose",
    list("Choose…", "90 days", "Custom"),
    "Custom",
  ],
  [
    "the own date in another language",
    list("30 Tage", "Individuelles Datum"),
    "Individuelles Datum",
  ],
  [
    "a pressed life's neighbour",
    `<div role="group"><button aria-pressed="true">7d</button><button aria-pressed="false">Custom</button></div>${END}`,
    "Custom",
  ],
  [
    "the box for keys without an end",
    `<label><input type="checkbox" checked> Never expires</label>${END}`,
    "Never expires",
  ],
  [
    "the end on a date, beside none",
    radio("Never expires", "checked") + radio("On a date") + END,
    "On a date",
  ],
  [
    "the life that is chosen, where nothing stands for an own date",
    radio("30 days", "checked") + radio("As below") + END,
    "30 days",
  ],
])("asks for %s", (_what, fields, words) => {
  expect(toChoose(fields)).toBe(words);
});

it.each([
  ["a date alone", END],
  ["the own date chosen already", radio("30 days") + radio("Custom", "checked") + END],
  ["permissions, which are no lives", radio("Full access", "checked") + radio("Custom") + END],
  [
    "the lives of something else",
    `<fieldset><legend>Notifications</legend>${radio("Never", "checked")}${radio("On expiry")}${radio("Custom")}</fieldset>${END}`,
  ],
  [
    "a rotation that another group offers",
    `<div role="radiogroup" aria-label="Rotate">${radio("30 days", "checked")}${radio("Other")}</div>${END}`,
  ],
  [
    "a reminder some days before",
    `<label><input type="checkbox" checked> Remind me 30 days before</label>${END}`,
  ],
  [
    "a box for keys without an end that is empty",
    `<label><input type="checkbox"> Never expires</label>${END}`,
  ],
])("asks for nothing beside %s", (_what, fields) => {
  expect(toChoose(fields)).toBeNull();
});
