import { beforeAll, describe, expect, it } from "vitest";
import { AUTO_LOCK_CHOICES } from "../../../lib/vault/auto-lock";
import {
  type Disk,
  factsOf,
  imageOf,
  MemorySession,
  newPlace,
  PASSPHRASE,
  placeFrom,
  START_MS,
} from "./place";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let withOneKey: Disk;

beforeAll(async () => {
  const place = await newPlace();
  const vault = place.open();
  await vault.create(PASSPHRASE);
  await vault.addKey("secret", factsOf("only"));
  withOneKey = await imageOf(place);
});

describe("an unlocked vault", () => {
  it.each(["chromium", "firefox"] as const)("outlives the worker on %s", async (browser) => {
    const place = await newPlace(new MemorySession(browser));
    const vault = place.open();
    await vault.create(PASSPHRASE);
    const { id } = await vault.addKey("secret", factsOf("only"));

    const successor = place.open();

    expect(await successor.state()).toBe("open");
    expect(await successor.token(id)).toBe("secret");
  });

  it("does not outlive the browser", async () => {
    const place = await placeFrom({ ...withOneKey, memory: [] });

    expect(await place.open().state()).toBe("locked");
  });

  it("is locked in every context at once", async () => {
    const place = await placeFrom(withOneKey);
    const [popup, workspace] = [place.open(), place.open()];
    await popup.keys();

    await workspace.lock();

    expect(await popup.state()).toBe("locked");
    await expect(popup.keys()).rejects.toMatchObject({ name: "VaultLockedError" });
    expect([...place.session.entries]).toEqual([]);
    expect(await place.db.count("session")).toBe(0);
  });

  it("is never opened again by a deadline that was moved while another context locked", async () => {
    const place = await placeFrom(withOneKey);
    const [popup, background] = [place.open(), place.open()];

    await Promise.all([popup.touch(), background.lock(), popup.touch()]);

    expect(await popup.state()).toBe("locked");
  });

  it.each([
    ["the deadline", "vault-deadline"],
    ["the clock's last reading", "vault-last-seen"],
  ])("counts as locked when %s is missing", async (_, entry) => {
    const place = await placeFrom(withOneKey);
    place.session.entries.delete(entry);

    expect(await place.open().state()).toBe("locked");
  });

  it("does not open with what another unlock has left", async () => {
    const place = await placeFrom(withOneKey);
    await place.db.clear("session");

    expect(await place.open().state()).toBe("locked");
  });
});

describe("a vault that is unlocked while it is open", () => {
  it("stays open, whatever other views read at that moment", async () => {
    const place = await placeFrom(withOneKey);
    const { session } = place;
    // In a browser each look into the session area takes a while, and others come in between.
    const [get, set] = [session.get.bind(session), session.set.bind(session)];
    const [getEach, setEach] = [session.getEach.bind(session), session.setEach.bind(session)];
    const pause = () => new Promise((resolve) => setTimeout(resolve, 3 * Math.random()));
    session.get = (key) => pause().then(() => get(key));
    session.set = (key, value) => pause().then(() => set(key, value));
    session.getEach = (keys) => pause().then(() => getEach(keys));
    session.setEach = (entries) => pause().then(() => setEach(entries));
    let isOver = false;
    const reading = Array.from({ length: 6 }, async () => {
      while (!isOver) await place.open().state();
    });

    const vault = place.open();
    const states = [];
    for (let turn = 0; turn < 5; turn++) {
      await vault.unlock(PASSPHRASE);
      states.push(await vault.state());
    }
    isOver = true;
    await Promise.all(reading);

    expect(states).toEqual(Array.from({ length: 5 }, () => "open"));
  });
});

describe("the automatic lock", () => {
  it("comes 15 minutes after the last use, not earlier and not later", async () => {
    const place = await placeFrom(withOneKey);
    const vault = place.open();
    place.clock.nowMs = START_MS + 10 * MINUTE_MS;
    await vault.touch();
    expect(await vault.lockWhenDue()).toBe(START_MS + 25 * MINUTE_MS);

    place.clock.nowMs = START_MS + 25 * MINUTE_MS - 1;
    expect(await vault.state()).toBe("open");
    place.clock.nowMs += 1;

    expect(await vault.lockWhenDue()).toBeNull();
    await expect(vault.keys()).rejects.toMatchObject({ name: "VaultLockedError" });
    expect([...place.session.entries]).toEqual([]);
  });

  it("is not put off by reading alone", async () => {
    const place = await placeFrom(withOneKey);
    const vault = place.open();
    for (let minute = 0; minute < 15; minute++) {
      place.clock.nowMs = START_MS + minute * MINUTE_MS;
      await vault.keys();
    }
    place.clock.nowMs = START_MS + 15 * MINUTE_MS;

    expect(await vault.state()).toBe("locked");
  });

  it.each([
    ["400 days ahead", 400 * DAY_MS],
    ["400 days back", -400 * DAY_MS],
    ["two seconds back", -2000],
    ["to no number", Number.NaN],
  ])("comes when the clock jumps %s", async (_, jumpMs) => {
    const place = await placeFrom(withOneKey);
    const vault = place.open();
    await vault.keys();

    place.clock.nowMs += jumpMs;

    await expect(vault.keys()).rejects.toMatchObject({ name: "VaultLockedError" });
    place.clock.nowMs = START_MS;
    expect(await vault.state()).toBe("locked");
  });

  it("comes when the clock went on for a while and then back by less", async () => {
    const place = await placeFrom(withOneKey);
    const vault = place.open();
    place.clock.nowMs = START_MS + 10 * MINUTE_MS;
    await vault.keys();

    place.clock.nowMs = START_MS + 2 * MINUTE_MS;

    expect(await place.open().state()).toBe("locked");
  });

  it.each(AUTO_LOCK_CHOICES)(
    "keeps to the choice of %s minutes over the next unlock",
    async (minutes) => {
      const place = await placeFrom(withOneKey);
      const vault = place.open();

      await vault.setAutoLockMinutes(minutes);

      const dueMs = minutes === null ? null : START_MS + minutes * MINUTE_MS;
      expect(await vault.lockWhenDue()).toBe(dueMs);
      await vault.lock();
      await vault.unlock(PASSPHRASE);
      expect(await vault.lockWhenDue()).toBe(dueMs);
      expect(await place.open().autoLockMinutes()).toBe(minutes);
    },
  );

  it("waits for the browser's end when so chosen, unless the clock runs backwards", async () => {
    const place = await placeFrom(withOneKey);
    const vault = place.open();
    await vault.setAutoLockMinutes(null);
    place.clock.nowMs = START_MS + 400 * DAY_MS;
    expect(await vault.state()).toBe("open");

    place.clock.nowMs = START_MS;

    expect(await vault.state()).toBe("locked");
  });
});

describe("a time until the lock that somebody else fixed", () => {
  it("counts at the next unlock, whatever was chosen", async () => {
    const place = await placeFrom(withOneKey);
    const vault = place.open();
    await vault.setAutoLockMinutes(60);
    await vault.lock();
    place.fixed.lockMinutes = 5;

    await vault.unlock(PASSPHRASE);

    expect(await vault.autoLockMinutes()).toBe(5);
    expect(await vault.lockWhenDue()).toBe(place.clock.nowMs + 5 * MINUTE_MS);
  });

  it("counts for a vault that is open, once it is applied", async () => {
    const place = await placeFrom(withOneKey);
    const vault = place.open();
    place.fixed.lockMinutes = 1;

    await vault.applyLockTime();

    expect(await vault.lockWhenDue()).toBe(place.clock.nowMs + MINUTE_MS);
  });

  it("moves no deadline that has the fixed length already", async () => {
    const place = await placeFrom(withOneKey);
    const vault = place.open();
    place.fixed.lockMinutes = 5;
    await vault.applyLockTime();
    const dueMs = await vault.lockWhenDue();
    place.clock.nowMs += MINUTE_MS;

    await vault.applyLockTime();

    expect(await vault.lockWhenDue()).toBe(dueMs);
  });

  it("cannot be chosen away, and leaves what was chosen for later", async () => {
    const place = await placeFrom(withOneKey);
    const vault = place.open();
    place.fixed.lockMinutes = 5;

    await vault.setAutoLockMinutes(60);

    expect(await vault.lockWhenDue()).toBe(place.clock.nowMs + 5 * MINUTE_MS);
    place.fixed.lockMinutes = null;
    expect(await vault.autoLockMinutes()).toBe(60);
  });
});
