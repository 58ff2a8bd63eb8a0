import { expect, it } from "vitest";
import { unsnap } from "../../trust/snappy";

const REPEATING = [12, 2 << 2, ...Buffer.from("abc"), ((9 - 1) << 2) | 2, 3, 0];

it("finds what was written once and copied three times", () => {
  expect(unsnap(Uint8Array.from(REPEATING))?.toString()).toBe("abcabcabcabc");
});

it("takes nothing else for a block", () => {
  expect(unsnap(Uint8Array.from([12, 2 << 2, 97]))).toBeNull();
  expect(unsnap(Uint8Array.from(REPEATING.with(0, 13)))).toBeNull();
});
