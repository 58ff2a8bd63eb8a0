import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import {
  type AttackedPage,
  keyNumber,
  openAttacked,
  openAttackedFirefox,
  PASSPHRASE,
} from "./attacked-browser.ts";
import { progress, randomFrom, record, SEED, scaled } from "./figure.ts";
import { fuzzedMessage, isForOurs } from "./message-fuzz.ts";
import {
  contentScriptSender,
  firefoxContentScriptSender,
  foreignSender,
  pageSender,
  type Sender,
} from "./senders.ts";

const RUNS = scaled(5_000);
/** Of five messages three come from where most is listened to. */
const SHARES = { console: 0.6, page: 0.2, other: 0.2 } as const;
const AT_ONCE = 100;
const OTHER = join(import.meta.dirname, "other-extension");
const OTHER_UUID = "7a0c4f0e-1111-4c1c-9a57-2f6f0a1d7c22";

let icmc: Icmc;
const closing: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of closing) await close();
  await icmc?.close();
});

it("gives nothing to the console, its page or another extension, whatever they ask", async () => {
  icmc = await startIcmc();
  const told = progress("A7", 2 * RUNS);
  const one = await openAttacked(undefined, icmc.port, { alongside: [OTHER] });
  closing.push(() => one.chromium.close());
  const place = await one.chromium.browser.version();
  const inChromium = await fuzzed(one, told, async () => {
    const { browser, extension } = one.chromium;
    const other = [...(await browser.extensions()).values()].find(({ path }) => path === OTHER);
    const foreign = await browser.newPage();
    await foreign.goto(`chrome-extension://${other?.id}/send.html`);
    const page = await one.chromium.openConsole("/");
    return {
      console: await contentScriptSender(page, extension.id),
      page: pageSender(page),
      other: foreignSender(foreign, extension.id),
      hasWay: () => page.evaluate(hasRuntime),
    };
  });
  const two = await openAttackedFirefox({
    port: icmc.port,
    alongside: [{ folder: OTHER, id: "another@trust.example", uuid: OTHER_UUID }],
  });
  closing.push(() => two.firefox.close());
  const inFirefox = await fuzzed(
    two,
    (done) => told(RUNS + done),
    async () => {
      const foreign = await two.firefox.openPage("send.html", `moz-extension://${OTHER_UUID}/`);
      const page = await two.firefox.openConsole("/");
      return {
        console: firefoxContentScriptSender(two.firefox),
        page: pageSender(page),
        other: foreignSender(foreign, two.firefox.extensionId),
        hasWay: () => page.evaluate(hasRuntime),
      };
    },
  );
  const all = [inChromium, inFirefox];
  const leaks = all.flatMap((found) => found.leaks);
  const foreign = all.reduce((sum, found) => sum + found.foreign, 0);
  const isUnchanged = all.every((found) => found.isUnchanged);
  const hasWay = all.some((found) => found.hasWay);
  const answered = all.every((found) => found.answered > 0);
  record({
    id: "A7",
    figure: `${RUNS.toLocaleString("en")} fuzzed messages in each browser, from the content script's world, the page's scripts and another extension: ${leaks.length} secrets out, ${foreign} messages of another class or another extension handled, vault rows ${isUnchanged ? "unchanged but for captures" : "CHANGED"}; the page ${hasWay ? "HAS" : "has no"} way to send to the extension`,
    holds: leaks.length === 0 && foreign === 0 && isUnchanged && !hasWay && answered,
    open: "",
    place: `${place}, ${two.place}`,
  });
  expect([leaks, foreign, isUnchanged, hasWay, answered]).toEqual([[], 0, true, false, true]);
});

interface Ways extends Record<keyof typeof SHARES, Sender> {
  hasWay(): Promise<boolean>;
}

async function fuzzed(ours: AttackedPage, told: (done: number) => void, ways: () => Promise<Ways>) {
  const random = randomFrom(SEED);
  await ours.ask("createVault", PASSPHRASE);
  const { token, description } = keyNumber(1);
  await ours.ask("addKey", { token, description, end: { kind: "unknown" } });
  const senders = await ways();
  // What a view writes after the first key was added comes to rest first.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const before = rowsOnly(await ours.allRows());
  const secrets = [token, token.split(".")[2] ?? "", PASSPHRASE];
  const found = { leaks: [] as string[], foreign: 0, answered: 0 };
  let sent = 0;
  for (const [from, share] of Object.entries(SHARES) as [keyof typeof SHARES, number][]) {
    const end = sent + Math.max(1, Math.round(RUNS * share));
    while (sent < end) {
      const count = Math.min(AT_ONCE, end - sent);
      const messages = Array.from({ length: count }, () => fuzzedMessage(random));
      for (const [at, answer] of (await senders[from](messages)).entries()) {
        if (answer !== "null") found.answered += 1;
        if (answer !== "null" && (from !== "console" || isForOurs(messages[at])))
          found.foreign += 1;
        if (secrets.some((secret) => answer.includes(secret))) found.leaks.push(answer);
      }
      sent += count;
      told(Math.min(RUNS, sent));
    }
  }
  const seen = await ours.look();
  const isWhole = seen.state === "open" && seen.keys.length === 1;
  const isUnchanged = isWhole && rowsOnly(await ours.allRows()) === before;
  return { ...found, isUnchanged, hasWay: await senders.hasWay() };
}

/** Captures may come in; every other row must stay as it is. */
function rowsOnly(all: string): string {
  return JSON.stringify((JSON.parse(all) as unknown[])[0]);
}

function hasRuntime(): boolean {
  const page = globalThis as unknown as { chrome?: object; browser?: object };
  return [page.chrome, page.browser].some((api) => api !== undefined && "runtime" in api);
}
