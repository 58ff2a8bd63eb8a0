// @vitest-environment jsdom
import { afterEach, expect, it } from "vitest";
import { themeOf } from "../../../../../entrypoints/console.content/drawing/page-theme";

afterEach(() => {
  document.body.removeAttribute("style");
  document.body.replaceChildren();
});

function inside(outer: string, inner = ""): Element {
  document.body.innerHTML = `<div><p></p></div>`;
  document.body.setAttribute("style", outer);
  document.querySelector("div")?.setAttribute("style", inner);
  return document.querySelector("p") ?? document.body;
}

it.each([
  ["a white page", "background-color: rgb(255, 255, 255)", "", "light"],
  ["a dark page", "background-color: rgb(20, 22, 26)", "", "dark"],
  ["a light card on a dark page", "background-color: #111", "background-color: #fafafa", "light"],
  [
    "a veil over a dark page",
    "background-color: #111",
    "background-color: rgba(255, 255, 255, 0.1)",
    "dark",
  ],
  ["grey letters on a dark page", "background-color: #181818; color: #666", "", "dark"],
  ["light letters on nothing", "color: #eeeeee", "", "dark"],
  ["dark letters on nothing", "color: #222222", "", "light"],
  [
    "light letters on a picture",
    "background-color: #fff",
    "background-image: linear-gradient(red, blue); color: #fff",
    "dark",
  ],
])("calls %s what it is", (_name, outer, inner, theme) => {
  expect(themeOf(inside(outer, inner))).toBe(theme);
});
