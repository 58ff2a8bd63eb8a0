import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { startIcmc } from "../icmc/server.ts";
import {
  type AttackedPage,
  keyNumber,
  openAttacked,
  openAttackedFirefox,
  PASSPHRASE,
} from "./attacked-browser.ts";
import { progress, record, scaled } from "./figure.ts";
import {
  createAndMeetControl,
  ourSpots,
  readable,
  redress,
  signInByScript,
} from "./hostile-page.ts";
import { REDRESSINGS } from "./redressings.ts";

const KEPT = [1, 2, 3];
const ALL = Object.keys(REDRESSINGS);
const NAMES = ALL.slice(0, scaled(ALL.length, 2));

it("discloses nothing to a page that dresses our control anew", async () => {
  const told = progress("A12", 2 * NAMES.length);
  const icmc = await startIcmc();
  const one = await openAttacked(undefined, icmc.port);
  const version = await one.chromium.browser.version();
  const first = await attacked(one, (path) => one.chromium.openConsole(path), told);
  await one.chromium.close();
  const other = await openAttackedFirefox({ port: icmc.port });
  const second = await attacked(
    other,
    (path) => other.firefox.openConsole(path),
    (done) => told(NAMES.length + done),
  );
  await other.firefox.close();
  await icmc.close();
  const disclosed = [...first.disclosed, ...second.disclosed];
  const presses = first.presses + second.presses;
  const obeyed = [...first.obeyed, ...second.obeyed];
  record({
    id: "A12",
    figure: `${NAMES.length} ways to dress our control anew × 2 browsers, ${presses} real presses on everything of ours: ${disclosed.length} disclosures; ${obeyed.length} times the press filed the key just created (an overlay that lets the mouse through cannot be seen by a page script; all it can bring about is a save)`,
    holds: disclosed.length === 0 && presses >= 2 * NAMES.length,
    open: "",
    place: `${version}, ${other.place}`,
  });
  expect(disclosed).toEqual([]);
});

interface Outcome {
  presses: number;
  disclosed: string[];
  /** Redressings under which a press was taken for the person's wish. */
  obeyed: string[];
}

async function attacked(
  ours: AttackedPage,
  openConsole: (path: string) => Promise<Page>,
  told: (done: number) => void,
): Promise<Outcome> {
  await ours.ask("createVault", PASSPHRASE);
  for (const at of KEPT) {
    const { token } = keyNumber(at);
    await ours.ask("addKey", { token, description: hidden(at), end: { kind: "unknown" } });
  }
  const tokens = (await ours.look()).keys.map(({ token }) => token ?? "");
  const secrets = [...tokens, ...KEPT.map(hidden), PASSPHRASE];
  const page = await openConsole("/api_keys");
  await signInByScript(page);
  const outcome: Outcome = { presses: 0, disclosed: [], obeyed: [] };
  for (const [at, name] of NAMES.entries()) {
    await page.bringToFront();
    const own = await createAndMeetControl(page, `Redressed ${at}`);
    if (!(await redress(page, REDRESSINGS[name] ?? "")))
      throw new Error("our control is not there");
    for (const { x, y } of await ourSpots(page)) {
      await page.mouse.click(x, y);
      outcome.presses += 1;
    }
    await new Promise((resolve) => setTimeout(resolve, 400));
    const text = await readable(page);
    for (const secret of secrets.filter((one) => one !== own))
      if (secret !== "" && text.includes(secret)) outcome.disclosed.push(`${name}: a secret`);
    const seen = await ours.look();
    if (seen.keys.some(({ token }) => token === own)) outcome.obeyed.push(name);
    await page.reload();
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length > 0, {
      polling: 100,
    });
    told(at + 1);
  }
  return outcome;
}

function hidden(at: number): string {
  return `Nobody but the vault knows this name ${at}`;
}
