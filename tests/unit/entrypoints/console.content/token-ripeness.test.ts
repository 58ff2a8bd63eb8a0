import { expect, it } from "vitest";
import { createRipeness } from "../../../../entrypoints/console.content/token-ripeness";
import { fakeToken } from "../../page/tokens";

it("is all there at once where the algorithm tells its length", () => {
  expect(createRipeness(() => 0)(fakeToken(1))).toBe(true);
});

it("is not all there while it grows, nor right after", () => {
  let nowMs = 0;
  const isRipe = createRipeness(() => nowMs);
  const token = fakeToken(1);
  for (let length = token.length - 20; length < token.length; length++) {
    nowMs += 500;
    expect(isRipe(token.slice(0, length))).toBe(false);
  }
  nowMs += 500;
  expect(isRipe(token)).toBe(true);
});

it("is all there once it has stood still, whatever its length", () => {
  let nowMs = 0;
  const isRipe = createRipeness(() => nowMs);
  const odd = `${fakeToken(1)}abcdefghij`;
  expect(isRipe(odd)).toBe(false);
  nowMs = 1_000;
  expect(isRipe(odd)).toBe(true);
});
