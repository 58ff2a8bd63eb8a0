// @vitest-environment jsdom
import { expect, it } from "vitest";
import { readLifeLimit } from "../../../lib/page/life-limit";

const NOW = Date.parse("2026-11-25T10:00:00");
const endOf = (day: string) => new Date(`${day}T23:59:59.999`).getTime();

it.each([
  ["Keys can be valid for at most 1 year.", "2027-11-25"],
  ["Up to 365 days", "2027-11-25"],
  ["(max. 90 days)", "2027-02-23"],
  ["Maximum: 6 months", "2027-05-25"],
  ["Maximum validity is 2 years", "2028-11-25"],
  ["No later than one year from now", "2027-11-25"],
  ["30 days maximum", "2026-12-25"],
  ["Höchstens 1 Jahr gültig", "2027-11-25"],
  ["Gültigkeit: maximal 12 Monate", "2027-11-25"],
  ["Die Laufzeit ist auf bis zu zwei Jahre begrenzt", "2028-11-25"],
])("reads %s as a limit", (words, day) => {
  expect(readLifeLimit(words, NOW)).toBe(endOf(day));
});

it.each([
  "We recommend at most 90 days.",
  "You are reminded at most 14 days before the end.",
  "Expires in 90 days by default, at most 1 per team",
  "At most 5 keys",
  "1 year",
  "Up to 100 characters",
  "Empfohlen: höchstens 90 Tage",
])("takes %s for no limit", (words) => {
  expect(readLifeLimit(words, NOW)).toBeNull();
});
