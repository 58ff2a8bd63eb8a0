// @vitest-environment jsdom
import { expect, it } from "vitest";
import { asksForKey, createFormAround } from "../../../lib/page/create-form";

const asks = (html: string) => {
  document.body.innerHTML = html;
  const button = [...document.querySelectorAll("button")].at(-1);
  const form = button ? createFormAround(button) : null;
  return form !== null && asksForKey(form, (button?.textContent ?? "").toLowerCase());
};
const dialog = (title: string, button: string, more = "") =>
  `<div role="dialog"><h3>${title}</h3><label>Description <input></label>${more}<button>${button}</button></div>`;

it.each([
  ["a description and Create", dialog("API key", "Create")],
  ["the title of a new key and Save", dialog("New API key", "Save")],
  ["an expiry and Save", dialog("API key", "Save", `<label>Expires <input type="date"></label>`)],
  [
    "the first of several steps",
    `<main><h1>New key</h1><label>Description <input></label><p><button>Next</button></p></main>`,
  ],
])("%s ask for a key", (_what, html) => {
  expect(asks(html)).toBe(true);
});

it.each([
  ["renaming a key", dialog("Edit API key", "Save")],
  ["a description and Rename", dialog("API key", "Rename")],
  ["a description and Save", dialog("Backup server", "Save")],
  ["changing an expiry", dialog("Edit key", "Save", `<label>Expires <input type="date"></label>`)],
])("%s does not", (_what, html) => {
  expect(asks(html)).toBe(false);
});
