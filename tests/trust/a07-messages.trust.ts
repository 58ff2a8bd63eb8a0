import { afterAll, expect, it } from "vitest";
import { SENT_BY } from "../../lib/messages.ts";
import { type Icmc, startIcmc } from "../icmc/server.ts";
import { type AttackedBrowser, keyNumber, openAttacked, PASSPHRASE } from "./attacked-browser.ts";
import { progress, randomFrom, record, SEED, scaled } from "./figure.ts";

const RUNS = scaled(5_000);
const AT_ONCE = 100;

let icmc: Icmc;
let browser: AttackedBrowser;

afterAll(async () => {
  await browser?.chromium.close();
  await icmc?.close();
});

it("gives nothing to the console's class of sender, whatever it asks", async () => {
  const random = randomFrom(SEED);
  icmc = await startIcmc();
  browser = await openAttacked(undefined, icmc.port);
  const place = await browser.chromium.browser.version();
  await browser.ask("createVault", PASSPHRASE);
  const { token, description } = keyNumber(1);
  await browser.ask("addKey", { token, description, end: { kind: "unknown" } });
  const { description: _, ...kept } = { ...keyNumber(1), token };
  const page = await browser.chromium.openConsole("/");
  // The page itself has no way to the extension at all.
  const hasRuntime = await page.evaluate(
    () => "runtime" in ((globalThis as unknown as { chrome?: object }).chrome ?? {}),
  );
  const world = await contentWorld(page, browser.chromium.extension.id);
  // What a view writes after the first key was added comes to rest first.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const before = rowsOnly(await browser.allRows());

  const secrets = [kept.token, kept.token.split(".")[2] ?? "", PASSPHRASE];
  const leaks: string[] = [];
  let foreign = 0;
  const told = progress("A7", RUNS);
  for (let sent = 0; sent < RUNS; sent += AT_ONCE) {
    const messages = Array.from({ length: Math.min(AT_ONCE, RUNS - sent) }, () => fuzzed(random));
    const answers = await world(messages);
    for (const [at, answer] of answers.entries()) {
      const type = (messages[at] as { type?: unknown } | null)?.type;
      const isOurs =
        typeof type === "string" && (SENT_BY as Record<string, string>)[type] === "ours";
      if (isOurs && answer !== "null") foreign += 1;
      if (secrets.some((secret) => answer.includes(secret)))
        leaks.push(`${String(type)}: ${answer}`);
    }
    told(Math.min(RUNS, sent + AT_ONCE));
  }
  const isUnchanged = rowsOnly(await browser.allRows()) === before;
  const seen = await browser.look();
  const isWhole = seen.state === "open" && seen.keys.length === 1;
  const holds = leaks.length === 0 && foreign === 0 && isUnchanged && isWhole && !hasRuntime;
  record({
    id: "A7",
    figure: `${RUNS.toLocaleString("en")} fuzzed messages from the content script's world: ${leaks.length} secrets out, ${foreign} messages of another class handled, vault rows ${isUnchanged ? "unchanged" : "CHANGED"}; the page itself ${hasRuntime ? "HAS" : "has no"} way to send`,
    holds,
    open: "Chromium only; no second extension as sender (no external listener is registered)",
    place,
  });
  expect([leaks, foreign, isUnchanged, isWhole, hasRuntime]).toEqual([[], 0, true, true, false]);
});

/** Captures may come in; every other row must stay as it is. */
function rowsOnly(all: string): string {
  return JSON.stringify((JSON.parse(all) as unknown[])[0]);
}

const TYPES = [...Object.keys(SENT_BY), "", "constructor", "__proto__", "hasOwnProperty", "token"];

function fuzzed(random: (below: number) => number): unknown {
  const value = (depth = 0): unknown => {
    const kinds = [
      () => null,
      () => random(2 ** 31),
      () => "x".repeat(random(200)),
      () => "crimson walnut drifts beyond harbour wrong",
      () => keyNumber(1).description,
      () => crypto.randomUUID(),
      () => true,
      () => (depth > 3 ? [] : Array.from({ length: random(4) }, () => value(depth + 1))),
      () =>
        depth > 3
          ? {}
          : Object.fromEntries(
              ["captureId", "token", "description", "end", "kind", "__proto__", "passphrase"].map(
                (name) => [name, value(depth + 1)],
              ),
            ),
    ];
    return kinds[random(kinds.length)]?.();
  };
  if (random(20) === 0) return value();
  return {
    type: random(20) === 0 ? value() : TYPES[random(TYPES.length)],
    args: random(20) === 0 ? value() : Array.from({ length: random(4) }, () => value()),
  };
}

type World = (messages: unknown[]) => Promise<string[]>;

/** Runs in the world of our content script in that tab, which is what the browser calls the sender. */
async function contentWorld(
  page: Awaited<ReturnType<AttackedBrowser["chromium"]["openConsole"]>>,
  extensionId: string,
): Promise<World> {
  const client = await page.createCDPSession();
  const contexts: { id: number; origin: string }[] = [];
  client.on("Runtime.executionContextCreated", ({ context }) => contexts.push(context));
  await client.send("Runtime.enable");
  const context = contexts.find(({ origin }) => origin.includes(extensionId));
  if (!context) throw new Error("no content script in the page");
  return async (messages) => {
    const { result } = await client.send("Runtime.evaluate", {
      contextId: context.id,
      awaitPromise: true,
      returnByValue: true,
      expression: `Promise.all(${JSON.stringify(messages)}.map((message) =>
        Promise.race([
          chrome.runtime.sendMessage(message).then((answer) => JSON.stringify(answer ?? null)),
          new Promise((resolve) => setTimeout(resolve, 5000, "null")),
        ]).catch(() => "null")))`,
    });
    return result.value as string[];
  };
}
