// @vitest-environment jsdom
import { afterEach, expect, it, vi } from "vitest";
import {
  type CreationWatch,
  watchCreations,
} from "../../../../../entrypoints/console.content/capture/creation-watch";
import { pressForPerson } from "../../../../../lib/page/own-press";
import type { CreationNote } from "../../../../../lib/tasks/creation-note";
import { fakeToken } from "../../../page/tokens";

let watch: CreationWatch | undefined;
let isApiKeysPage = true;
afterEach(() => {
  watch?.stop();
  isApiKeysPage = true;
  document.body.replaceChildren();
});

function onPage(body: string) {
  document.body.innerHTML = body;
  const asked: CreationNote[] = [];
  let presses = 0;
  watch = watchCreations(
    {
      isApiKeysPage: () => isApiKeysPage,
      roots: () => [document],
      readText: (text) => (text ? Date.parse(text) : null),
    },
    () => presses++,
    (note) => asked.push(note),
  );
  return { asked, presses: () => presses };
}
const press = (selector: string) =>
  pressForPerson(() => document.querySelector<HTMLElement>(selector)?.click());
const FORM =
  '<div role="dialog"><label>Description <input value="Backup host"></label><label>Valid until <input value="2027-03-04T10:00:00Z"></label><button type="button" id="send">Create</button><button id="no">Cancel</button></div>';

it("remembers what the form said when it was sent", () => {
  const { asked } = onPage(FORM);
  press("#send");
  const endsMs = Date.parse("2027-03-04T10:00:00Z");
  expect(watch?.current()).toMatchObject({ description: "Backup host", endsMs, hadKeyForm: true });
  expect(asked).toMatchObject([{ description: "Backup host", endsMs }]);
});

it("takes neither end nor name from a key before, where its form has fields for both", () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onPage(FORM);
  press("#send");
  const [name, end] = document.querySelectorAll("input");
  if (name) name.value = "";
  if (end) end.value = "";
  press("#send");
  expect(watch?.current()?.description, "emptied by a double click's first").toBe("Backup host");
  vi.setSystemTime(Date.now() + 5_000);
  press("#send");
  expect(watch?.current()).toMatchObject({ description: "", endsMs: null });
  vi.useRealTimers();
});

it("knows the strings that stood there before, and tells the next page only marks of them", () => {
  const token = fakeToken(1);
  const { asked } = onPage(`<code>${token}</code>${FORM}`);
  press("#send");
  expect(watch?.current()?.before.has(token)).toBe(true);
  expect(asked[0]?.before).toHaveLength(1);
  expect(JSON.stringify(asked)).not.toContain(token.slice(0, 12));
});

it("goes on with what the page before asked for, on the API Keys page only", () => {
  const { presses } = onPage("<h1>API Keys</h1>");
  const token = fakeToken(2);
  const other = onPage(`<code>${token}</code>${FORM}`);
  press("#send");
  const [note] = other.asked;
  expect(presses()).toBeGreaterThan(0);
  onPage("<h1>API Keys</h1>");
  if (note) watch?.resume(note);
  expect(watch?.current()).toMatchObject({ description: "Backup host", hadKeyForm: true });
  expect(watch?.current()?.before.has(token)).toBe(true);
  expect(watch?.current()?.before.has(fakeToken(3))).toBe(false);
  isApiKeysPage = false;
  expect(watch?.current()).toBeNull();
});

it.each([
  ["another page", FORM, "#send", false],
  ["a button that takes back", FORM, "#no", true],
  ["a button that shows", "<button id='x'>Show columns</button>", "#x", true],
])("takes nothing for a creation on %s", (_name, body, selector, isOnPage) => {
  isApiKeysPage = isOnPage;
  const { asked } = onPage(body);
  press(selector);
  expect(watch?.current()).toBeNull();
  expect(asked).toEqual([]);
});

it("takes nothing for a creation that the page presses by itself", () => {
  const { asked } = onPage(FORM);
  document.querySelector<HTMLElement>("#send")?.click();
  expect(watch?.current()).toBeNull();
  expect(asked).toEqual([]);
});
