// @vitest-environment jsdom
import { afterEach, expect, it } from "vitest";
import { readCreateForm } from "../../../lib/page/asked-key";
import { asksForKey, createFormAround } from "../../../lib/page/create-form";
import { findKeyLists } from "../../../lib/page/key-list";
import { textOf } from "../../../lib/page/text";
import { findNewToken } from "../../../lib/page/token-place";
import { fakeToken } from "./tokens";

const NAMES =
  "matches closest children childNodes parentElement parentNode querySelector querySelectorAll getAttribute textContent nodeType shadowRoot localName tagName contains checkVisibility getBoundingClientRect labels value id attributes assignedSlot";

/** A form whose fields are named as the DOM names its own members. */
function clobber(form: Element): void {
  for (const name of NAMES.split(" ")) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    form.append(field);
    // jsdom keeps its own members before the names of fields; browsers do not.
    Object.defineProperty(form, name, { configurable: true, get: () => field });
  }
}

afterEach(() => {
  document.body.replaceChildren();
});

it("reads the list, the form and the key of a page whose fields are named like the DOM's own members", () => {
  document.body.innerHTML = `<main><h1>API Keys</h1><form><label>Description <input></label><label>Valid until <input type="date" value="2027-06-11"></label><button>Create</button><div><h2>API key created</h2><p>Copy it now.</p><code></code></div><table><tr><th>Description</th><th>Valid until</th></tr><tr><td>a</td><td>2027-01-01</td></tr></table></form></main>`;
  const form = document.querySelector("form") as Element;
  const button = document.querySelector("button") as Element;
  const code = document.querySelector("code") as Element;
  code.textContent = fakeToken(1);
  (document.querySelector("label input") as HTMLInputElement).value = "My key";
  clobber(form);
  const [list] = findKeyLists([document]);
  expect(list?.rows().filter((row) => list.read(row) !== null)).toHaveLength(1);
  const asked = createFormAround(button);
  expect(asked && asksForKey(asked, "create")).toBe(true);
  expect(asked && readCreateForm(asked, () => null).description).toBe("My key");
  const before = new Set<string>();
  const finding = findNewToken([document], {
    before,
    pressedAtMs: Date.now(),
    form: form,
    hadKeyForm: true,
    endsMs: null,
  });
  expect(finding.kind).toBe("one");
  expect(textOf(form)).toContain("API key created");
});
