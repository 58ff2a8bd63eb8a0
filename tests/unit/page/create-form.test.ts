// @vitest-environment jsdom
import { expect, it } from "vitest";
import { readCreateForm } from "../../../lib/page/asked-key";
import { createFormAround } from "../../../lib/page/create-form";
import { findCreateForm, findRevealControl } from "../../../lib/page/creation-controls";
import { fakeToken } from "./tokens";

const asked = (html: string) => {
  document.body.innerHTML = html;
  const button = [...document.querySelectorAll("button")].at(-1);
  const form = button ? createFormAround(button) : null;
  return (
    form &&
    readCreateForm(form, (text) => (text === "11.06.2027 10:00" ? Date.UTC(2027, 5, 11, 8) : null))
  );
};
const local = (text: string) => new Date(text).getTime();

it.each([
  [
    "a native field",
    `<form><label>Description <input value="My key"></label><label>Expiration date <input type="datetime-local" value="2027-06-11T10:00"></label><button>Create</button></form>`,
    local("2027-06-11T10:00"),
  ],
  [
    "day and time apart",
    `<div role="dialog"><label for="d">Beschreibung</label><input id="d" value="My key"><input aria-label="Gültig bis" type="date" value="2027-06-11"><input type="time" aria-label="Gültig bis Uhrzeit" value="10:00"><button>Anlegen</button></div>`,
    local("2027-06-11T10:00"),
  ],
  [
    "a day alone, which lasts to its end",
    `<form><input placeholder="Name" value="My key"><input type="date" aria-label="Expires" value="2027-06-11"><button>Go</button></form>`,
    local("2027-06-11T23:59:59.999"),
  ],
  [
    "the text of a date picker",
    `<div><p>Name</p><div><input value="My key"></div><p>Valid until</p><div><input value="11.06.2027 10:00"></div><div><button>Create</button></div></div>`,
    Date.UTC(2027, 5, 11, 8),
  ],
  [
    "the end and not the beginning",
    `<form><label>Name <input value="My key"></label><label>Valid from <input type="datetime-local" value="2026-12-01T08:00"></label><label>Valid until <input type="datetime-local" value="2027-06-11T10:00"></label><button>Create</button></form>`,
    local("2027-06-11T10:00"),
  ],
  [
    "no date while the key shall never end",
    `<form><label>Name <input value="My key"></label><label><input type="checkbox" checked> Never expires</label><label>Valid until <input type="date" value="2027-06-11" disabled></label><button>Create</button></form>`,
    null,
  ],
  [
    "no date beside a life that is chosen",
    `<form><label>Name <input value="My key"></label><fieldset><legend>Lifetime</legend><label><input type="radio" name="life" checked> 90 days</label><label><input type="radio" name="life"> Custom</label></fieldset><label>Valid until <input type="datetime-local" value="2027-06-11T10:00"></label><button>Create</button></form>`,
    null,
  ],
  [
    "a native field in the zone its label names",
    `<form><label>Name <input value="My key"></label><label>Expires (UTC) <input type="datetime-local" value="2027-06-11T10:00"></label><button>Create</button></form>`,
    Date.UTC(2027, 5, 11, 10),
  ],
  [
    "no day alone in another zone than the reader's",
    `<form><label>Name <input value="My key"></label><label>Expires (Pacific/Kiritimati) <input type="date" value="2027-06-11"></label><button>Create</button></form>`,
    null,
  ],
  [
    "a text that may mean several instants",
    `<form><input aria-label="Description" value="My key"><input aria-label="Expiry" value="03/04/2027"><button>Create</button></form>`,
    null,
  ],
])("reads %s", (_what, html, endsMs) => {
  expect(asked(html)).toEqual({ description: "My key", endsMs });
});

it("finds no create form in what narrows a list", () => {
  document.body.innerHTML = `<main><div><input placeholder="Filter by name"><label>Expires before <input type="date"></label><button>Apply</button></div></main>`;
  expect(findCreateForm([document])).toBeNull();
});

it("finds no create form around a search field", () => {
  expect(
    asked(`<main><input type="search" placeholder="Search"><button>Go</button></main>`),
  ).toBeNull();
});

it("takes a key that is shown for no name of one", () => {
  const token = fakeToken(1);
  expect(
    asked(
      `<div role="dialog"><h2>Your new API key</h2><label>API key <input readonly value="${token}"></label><button>Copy</button></div>`,
    ),
  ).toBeNull();
});

it.each([
  ["a guide", `<a href="/docs/api">View API key documentation</a>`],
  ["a link", `<a href="/usage">View key usage</a>`],
  ["another button", `<button>Show expired keys</button>`],
])("prefers what shows the key in its dialog to %s", (_what, other) => {
  document.body.innerHTML = `<main>${other}</main><div role="dialog"><h2>Your key</h2><code>••••</code><button id="show">Show</button></div>`;
  expect(findRevealControl([document])?.id).toBe("show");
});

it.each(["#", "javascript:void(0)"])("takes a link to %s for the button it is", (href) => {
  document.body.innerHTML = `<a id="show" href="${href}">Show key</a>`;
  expect(findRevealControl([document])?.id).toBe("show");
});

it("presses nothing a second time to show a key, and no link", () => {
  document.body.innerHTML = `<a href="/docs/api">View API key documentation</a><button>Show key</button>`;
  const button = document.querySelector("button") as HTMLButtonElement;
  expect(findRevealControl([document], new WeakSet())).toBe(button);
  expect(findRevealControl([document], new WeakSet([button]))).toBeNull();
});
