import { rm } from "node:fs/promises";
import { expect, it } from "vitest";
import { freshProfile } from "../e2e/browser.ts";
import { type AttackedBrowser, keyNumber, openAttacked, PASSPHRASE } from "./attacked-browser.ts";
import { progress, randomFrom, record, SEED, scaled } from "./figure.ts";

const WORKER_KILLS = scaled(300);
const BROWSER_KILLS = scaled(30);
const LATEST_MS = 80;

it("loses nothing it has acknowledged, whenever it is killed", async () => {
  const random = randomFrom(SEED);
  const profile = await freshProfile();
  let at = 0;
  /** The last one that opened the vault comes first; those after it may have come true since. */
  let passphrases = [PASSPHRASE];
  const acknowledged = new Set<string>();
  const wrong: string[] = [];
  let browser = await openAttacked(profile);
  const place = await browser.chromium.browser.version();
  await browser.ask("createVault", PASSPHRASE);

  /** Starts one write and does not wait for it. */
  function start(run: number): Promise<void> {
    const { token, description } = keyNumber(++at);
    if (run % 10 === 5) {
      const next = `${PASSPHRASE} ${run}`;
      const [passphrase = ""] = passphrases;
      passphrases.push(next);
      const proof = { kind: "passphrase" as const, passphrase };
      // Answered or not: the browser may hand the message to the next worker, and it comes true later.
      return browser.ask("changePassphrase", { proof, passphrase: next }).catch(() => undefined);
    }
    const key = { token, description, end: { kind: "unknown" as const } };
    // A worker that dies answers nothing at all; only a key that comes back is an acknowledgement.
    return browser.ask("addKey", key).then(
      (saved: { id?: string } | undefined) => {
        if (saved?.id) acknowledged.add(token);
      },
      () => undefined,
    );
  }

  async function unlocked(one: AttackedBrowser): Promise<void> {
    for (const candidate of passphrases)
      if (await one.ask("unlock", candidate)) {
        passphrases = [candidate, ...passphrases.filter((other) => other !== candidate)];
        return;
      }
    wrong.push("no passphrase opened the vault");
  }

  async function check(when: string): Promise<void> {
    const seen = await browser.look();
    const tokens = seen.keys.map(({ token }) => token);
    const lost = [...acknowledged].filter((token) => !tokens.includes(token));
    if (seen.state !== "open") wrong.push(`${when}: ${seen.state}`);
    if (lost.length > 0) wrong.push(`${when}: ${lost.length} acknowledged keys lost`);
    if (new Set(tokens).size !== tokens.length) wrong.push(`${when}: a key stands twice`);
    if (seen.damaged.length > 0) wrong.push(`${when}: ${seen.damaged.length} rows damaged`);
  }

  const told = progress("A3", WORKER_KILLS + BROWSER_KILLS);
  for (let run = 1; run <= WORKER_KILLS; run++) {
    const writing = start(run);
    await new Promise((resolve) => setTimeout(resolve, random(run % 10 === 5 ? 600 : LATEST_MS)));
    await browser.chromium.killWorker();
    await Promise.race([writing, new Promise((resolve) => setTimeout(resolve, 2_000))]);
    if (run % 10 === 5) await unlocked(browser);
    if (run % 10 === 0) await check(`worker kill ${run}`);
    told(run);
  }
  for (let run = 1; run <= BROWSER_KILLS; run++) {
    const writing = start(run * 2);
    await new Promise((resolve) => setTimeout(resolve, random(LATEST_MS)));
    const child = browser.chromium.browser.process();
    const gone = new Promise((resolve) => child?.once("exit", resolve));
    child?.kill("SIGKILL");
    await gone;
    await Promise.race([writing, new Promise((resolve) => setTimeout(resolve, 500))]);
    browser = await openAttacked(profile);
    await unlocked(browser);
    await check(`browser kill ${run}`);
    told(WORKER_KILLS + run);
  }
  await browser.chromium.close();
  await rm(profile, { recursive: true, force: true });
  record({
    id: "A3",
    figure: `${WORKER_KILLS} worker kills and ${BROWSER_KILLS} SIGKILLs of the browser during saves and passphrase changes, ${acknowledged.size} saves acknowledged: ${wrong.length} times something was lost, doubled, damaged or did not open`,
    holds: wrong.length === 0,
    open: "no event-page deaths in Firefox; imports are killed in no run of their own (they are one change, like a save)",
    place,
  });
  expect(wrong).toEqual([]);
});
