import type { Page } from "puppeteer-core";
import { byRole, press } from "../e2e/find.ts";
import { type AttackedBrowser, PASSPHRASE } from "./attacked-browser.ts";
import { type Operation, put } from "./popup-closings.ts";
import { vaultKeyOf } from "./vault-key-of.ts";

/** What is done in the workspace only; its tab is closed as the popup is. */
export const WORKSPACE_OPERATIONS: readonly Operation[] = [
  onVaultPage("change the passphrase", "Change passphrase", "Change passphrase"),
  onVaultPage(
    "encrypt everything anew",
    "Somebody may know my passphrase",
    "Encrypt everything anew",
  ),
];

function onVaultPage(name: string, asked: string, button: string): Operation {
  return {
    name,
    open: openVaultPage,
    before: async (browser, at) => {
      // The second of the two locks while it works; a closed tab must not leave it so.
      if ((await browser.look()).state === "locked")
        await browser.ask("unlock", passphrase(at - 1));
    },
    fill: async (page, at) => {
      await press(page, "button", asked);
      await put(page, "Current passphrase", passphrase(at - 1));
      await put(page, "New passphrase", passphrase(at));
      await put(page, "Repeat new passphrase", passphrase(at));
    },
    press: (page) => press(page, "button", button),
    opens: (browser, at) => opens(browser, [at - 1, at]),
    after: (before, at) => ({ ...before, opens: String(at) }),
  };
}

async function openVaultPage(browser: AttackedBrowser): Promise<Page> {
  const page = await browser.chromium.openWorkspace();
  await press(page, "link", "Vault");
  await byRole(page, "heading", "Health");
  return page;
}

/** Which of the passphrases opens the slot that stands there, told outside of the browser. */
async function opens(browser: AttackedBrowser, candidates: number[]): Promise<string> {
  const slot = await browser.slotRow();
  const fits = await Promise.all(
    candidates.map((at) =>
      vaultKeyOf(slot, passphrase(at)).then(
        () => [at],
        () => [],
      ),
    ),
  );
  return fits.flat().join(" and ");
}

function passphrase(at: number): string {
  return at === 0 ? PASSPHRASE : `${PASSPHRASE} number ${at}`;
}
