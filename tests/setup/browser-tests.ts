import { LEFT_OUT } from "../e2e/in-firefox.ts";
import { VARIANTS } from "../icmc/variants/all.ts";
import { variantFolder } from "../icmc/variants/build.ts";
import { type BrowserQueue, QUEUES, type QueueOutcome, runQueue } from "./browser-queue.ts";
import { buildBundle } from "./build-bundle.ts";
import { ensureBrowser } from "./ensure-browser.ts";

// Runs the browser tests: npm run e2e [-- files], in one browser alone with --chromium or --firefox.
// Both browsers go through their files side by side. Files that failed run once more when both have
// ended, each as a whole with a new browser and the machine to itself, for a real browser on a busy
// machine is late at times; what fails twice has failed. The promises of one file build on one
// another, so a single one of them cannot be repeated.

const wishes = process.argv.slice(2);
const files = wishes.filter((wish) => !wish.startsWith("--"));
const chosen = QUEUES.filter(({ browser }) => wishes.includes(`--${browser.toLowerCase()}`));
const queues = chosen.length > 0 ? chosen : QUEUES;

/** Everything two queues would otherwise make at the same moment in the same place. */
async function prepare(): Promise<void> {
  for (const { browser } of queues) {
    const kind = browser === "Firefox" ? "firefox" : "chromium";
    ensureBrowser(kind);
    buildBundle(kind);
  }
  for (const { name } of VARIANTS) await variantFolder(name);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What is not run in a browser, and why. */
function tellOfGaps({ browser }: BrowserQueue, { skipped }: QueueOutcome): void {
  if (browser === "Firefox" && files.length === 0)
    for (const [file, reason] of Object.entries(LEFT_OUT))
      say(`Left out in Firefox: ${file} (${reason})`);
  for (const title of skipped) say(`Left out in ${browser}: ${title}`);
}

/** @returns Whether every file passed, at the first try or the second. */
async function runAll(): Promise<boolean> {
  const outcomes = await Promise.all(
    queues.map(async (queue) => {
      const prefix = queues.length > 1 ? `${queue.browser.padEnd(8)} │ ` : "";
      return { queue, outcome: await runQueue(queue, files, prefix) };
    }),
  );
  say("");
  for (const { queue, outcome } of outcomes) {
    tellOfGaps(queue, outcome);
    say(`${queue.browser}: ${outcome.seconds} s, files run: ${outcome.ran}`);
  }
  if (outcomes.every(({ outcome }) => outcome.ran === 0)) {
    say(`No file ran: ${files.join(", ")}`);
    return false;
  }
  const failedTwice: string[] = [];
  for (const { queue, outcome } of outcomes) {
    if (outcome.failed === null) {
      failedTwice.push(`${queue.browser} ended without a report.`);
    } else if (outcome.failed.length > 0) {
      say(`\nFailed in ${queue.browser}, and run once more: ${outcome.failed.join(", ")}`);
      const again = await runQueue(queue, outcome.failed);
      if (again.failed === null) failedTwice.push(`${queue.browser} ended without a report.`);
      else failedTwice.push(...again.broken.map((one) => `${queue.browser}, ${one}`));
    }
  }
  if (failedTwice.length > 0) say(`\nFailed twice:\n  ${failedTwice.join("\n  ")}`);
  return failedTwice.length === 0;
}

await prepare();
process.exit((await runAll()) ? 0 : 1);
