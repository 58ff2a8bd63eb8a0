// @vitest-environment jsdom
import { expect, it } from "vitest";
import {
  isHeldBack,
  watchOwnSending,
} from "../../../../../entrypoints/console.content/hands/own-sending";
import type { CreateForm } from "../../../../../lib/page/create-form";

it("tells of a form that is sent in the very turn, and once", () => {
  document.body.innerHTML = `<form><input id="name"><input id="end" type="date"><button>Create</button></form>`;
  const container = document.querySelector("form") as HTMLFormElement;
  const [description, end] = container.querySelectorAll("input");
  const form = { container, description, expiry: [end] } as unknown as CreateForm;
  let told = 0;
  const sending = watchOwnSending(
    () => form,
    () => {
      told += 1;
    },
  );

  const send = () => container.dispatchEvent(new Event("submit", { bubbles: true }));
  send();
  expect(told).toBe(1);
  expect(sending.isSent()).toBe(true);
  send();
  expect(told).toBe(1);
  sending.stop();
});

it.each([
  ["the form's own button, while a field is missing", `<button>Create</button>`, true],
  ["a button the page itself listens to", `<button type="button">Create</button>`, false],
  ["one that asks for no check", `<button formnovalidate>Create</button>`, false],
])("knows whether the browser sends nothing: %s", (_what, button, held) => {
  document.body.innerHTML = `<form><input required>${button}</form>`;

  expect(isHeldBack(document.querySelector("button") as HTMLElement)).toBe(held);
});

it("holds nothing back once the field is filled, or where the form is not checked", () => {
  for (const form of [`<form><input required value="a">`, `<form novalidate><input required>`]) {
    document.body.innerHTML = `${form}<button>Create</button></form>`;
    expect(isHeldBack(document.querySelector("button") as HTMLElement)).toBe(false);
  }
});
