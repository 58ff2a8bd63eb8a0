// @vitest-environment jsdom
import { expect, it } from "vitest";
import { watchOwnSending } from "../../../../../entrypoints/console.content/hands/own-sending";
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
