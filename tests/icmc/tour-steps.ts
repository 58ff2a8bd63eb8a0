import { byRole, byText, press, pressInItem, typeInto } from "../e2e/find.ts";
import { badgesShown, captureBecomes, shownBadges, until } from "../e2e/our-marks.ts";
import type { Step } from "./step-runner.ts";
import type { TourConsole } from "./tour-console.ts";
import type { Stage } from "./tour-stage.ts";

const PASSPHRASE = "copper-lantern-orbit-velvet-thirteen";
const DESCRIPTION = "Veeam host 3";
const DAY_MS = 86_400_000;

/** The main job, from the first sign-in to contracts read with a key kept in the vault. */
export function tourSteps(stage: Stage, hands: TourConsole): Step[] {
  return [
    {
      name: "Sign in to the console and find every key with a badge",
      walk: async () => {
        await hands.signIn();
        await hands.openApiKeys();
        await badgesShown(stage.console, await hands.rowCount());
        const states = new Set((await shownBadges(stage.console)).map(({ state }) => state));
        for (const state of ["valid", "soon", "urgent", "expired"]) {
          if (!states.has(state)) throw new Error(`no badge says ${state}`);
        }
        await stage.picture(stage.console, "page");
      },
    },
    {
      name: "Create a vault in the toolbar popup",
      walk: async () => {
        const popup = await stage.chromium.openPopup();
        await byRole(popup, "button", "Create vault");
        await stage.picture(popup, "popup-first-run");
        await typeInto(popup, "Passphrase", PASSPHRASE);
        await typeInto(popup, "Repeat passphrase", PASSPHRASE);
        await press(popup, "button", "Create vault");
        await byRole(popup, "tab", "Keys", 15_000);
        await popup.close();
      },
    },
    {
      name: "Create a key in the console: it is held the moment it appears",
      walk: async () => {
        await hands.createKey(DESCRIPTION, wholeMinute(Date.now() + 212 * DAY_MS));
        await captureBecomes(stage.console, "held", 3_000);
        await stage.picture(stage.console, "dialog");
      },
    },
    {
      name: "Save it to the vault with one click",
      walk: async () => {
        await press(stage.console, "button", "Save to vault");
        await captureBecomes(stage.console, "saved");
        await byText(stage.console, "Saved to vault");
        await stage.picture(stage.console, "dialog-saved");
        await hands.closeToken();
        await captureBecomes(stage.console, null);
        // The new row may come a moment after its dialog went.
        await until(
          async () => (await shownBadges(stage.console)).length === (await hands.rowCount()),
          10_000,
          async () => `${(await shownBadges(stage.console)).length} badges stand there`,
        );
      },
    },
    {
      name: "Walk through the console and sort the table: one badge a row, none elsewhere",
      walk: async () => {
        await hands.openTeamMembers();
        await badgesShown(stage.console, 0);
        await hands.openApiKeys();
        await hands.sortByExpiry();
        await badgesShown(stage.console, await hands.rowCount());
      },
    },
    {
      name: "Close the browser, come back, and unlock",
      walk: async () => {
        await stage.restart();
        if (await stage.console.$(">>> input[type=password]")) await hands.signIn();
        const popup = await stage.chromium.openPopup();
        await byRole(popup, "button", "Unlock");
        await stage.picture(popup, "popup-locked");
        await typeInto(popup, "Passphrase", PASSPHRASE);
        await press(popup, "button", "Unlock");
        await byText(popup, DESCRIPTION, 15_000);
        await stage.picture(popup, "popup");
      },
    },
    {
      name: "Use the key and read the contracts",
      walk: async () => {
        const popup = await stage.chromium.openPopup();
        await byText(popup, DESCRIPTION);
        await pressInItem(popup, DESCRIPTION, "Use");
        await press(popup, "tab", "Contracts");
        await byText(popup, "Storage pool Europe", 15_000);
        if (stage.icmc.control.count("GET /contract/list") === 0) {
          throw new Error("the contracts were shown without asking the API");
        }
        await stage.picture(popup, "popup-contracts");
        await popup.close();
      },
    },
    {
      name: "Open the workspace",
      walk: async () => {
        const workspace = await stage.chromium.openWorkspace();
        await byText(workspace, DESCRIPTION, 10_000);
        await stage.picture(workspace, "workspace");
        await workspace.close();
      },
    },
    {
      name: "Lock the vault",
      walk: async () => {
        await stage.console.bringToFront();
        const popup = await stage.chromium.openPopup();
        await press(popup, "button", "Lock now");
        await byRole(popup, "button", "Unlock");
        await popup.close();
      },
    },
  ];
}

/** What a field without seconds can hold. */
function wholeMinute(atMs: number): Date {
  return new Date(Math.floor(atMs / 60_000) * 60_000);
}
