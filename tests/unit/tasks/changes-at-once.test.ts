import { expect, it } from "vitest";
import { noteContact, readContactedHosts } from "../../../lib/tasks/contacted-hosts";
import {
  changePreferences,
  readPreferences,
  replaceKeyInUse,
} from "../../../lib/tasks/preferences";
import { keepSide, readSide } from "../../../lib/tasks/reading/account-side";
import { putOwnReminders, readOwnReminders } from "../../../lib/tasks/reminders/own-reminders";
import type { Vault } from "../../../lib/vault/vault";
import { newPlace, PASSPHRASE, START_MS } from "../vault/place";

/** Two windows with the same vault, open in both. */
async function twoWindows(): Promise<[Vault, Vault]> {
  const { open } = await newPlace();
  const one = open();
  await one.create(PASSPHRASE);
  return [one, open()];
}

it("keeps the sides of two keys that are learned at once", async () => {
  const [one, other] = await twoWindows();

  await Promise.all([keepSide(one, "a", "distributor"), keepSide(other, "b", "partner")]);

  expect(await readSide(one, "a")).toBe("distributor");
  expect(await readSide(one, "b")).toBe("partner");
});

it("keeps the reminders of two keys that are chosen at once, and takes away only what is asked", async () => {
  const [one, other] = await twoWindows();
  await putOwnReminders(one, "gone", { leadDays: [1] });

  await Promise.all([
    putOwnReminders(one, "a", { leadDays: [3] }),
    putOwnReminders(other, "b", { leadDays: [9] }),
    putOwnReminders(other, "gone", null),
  ]);

  expect(await readOwnReminders(one)).toEqual({ a: { leadDays: [3] }, b: { leadDays: [9] } });
});

it("keeps both of two hosts that are contacted at once", async () => {
  const [one, other] = await twoWindows();

  await Promise.all([
    noteContact(one, "one.example", START_MS),
    noteContact(other, "other.example", START_MS),
  ]);

  const hosts = (await readContactedHosts(one)).map(({ host }) => host);
  expect(hosts.sort()).toEqual(["one.example", "other.example"]);
});

it("keeps the first day of a host that two windows contact at once", async () => {
  const [one, other] = await twoWindows();

  await Promise.all([
    noteContact(one, "one.example", START_MS),
    noteContact(other, "one.example", START_MS + 1),
  ]);

  expect(await readContactedHosts(one)).toHaveLength(1);
});

it("leaves the key somebody chooses while another window settles which is in use", async () => {
  const [one, other] = await twoWindows();
  await changePreferences(one, { keyInUse: "removed since" });

  await Promise.all([
    changePreferences(one, { keyInUse: "chosen" }),
    replaceKeyInUse(other, "removed since", null),
  ]);

  expect(await readPreferences(one)).toEqual({ keyInUse: "chosen" });
});
