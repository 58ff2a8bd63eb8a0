import { createKey, goTo, signIn } from "../e2e/console-page.ts";
import { byRole, press } from "../e2e/find.ts";
import { seenPage } from "../e2e/row-truth.ts";
import { driveVariant } from "../e2e/variant-driver.ts";
import type { Stage } from "./tour-stage.ts";
import { variantNamed } from "./variants/all.ts";

/** What a person does in the console's own page during the tour, whatever it is built with. */
export interface TourConsole {
  signIn(): Promise<void>;
  openApiKeys(): Promise<void>;
  openTeamMembers(): Promise<void>;
  /** Rows of keys that can be seen. */
  rowCount(): Promise<number>;
  sortByExpiry(): Promise<void>;
  /** Ends in front of the new key. */
  createKey(description: string, until: Date): Promise<void>;
  closeToken(): Promise<void>;
}

/** The stage's page is another one after its restart, so it is asked for each time. */
export function tourConsole(stage: Stage, variant: string): TourConsole {
  const about = variantNamed(variant);
  if (about === null) return houseConsole(stage);
  const driver = () => driveVariant(stage.console, about);
  return {
    signIn: () => driver().signIn(),
    openApiKeys: () => driver().openApiKeys(),
    openTeamMembers: () => driver().goTo("teamMembers"),
    rowCount: async () => {
      const names = stage.icmc.state.apiKeys.map(({ description }) => description);
      return (await seenPage(stage.console, names)).rows.length;
    },
    sortByExpiry: () => driver().sortByExpiry(),
    createKey: async (description, until) => {
      // What stands at the top may lie under the console's own bar while the list is scrolled.
      await stage.console.evaluate(() => scrollTo(0, 0));
      await driver().openCreate();
      await driver().fill(description, until);
      await driver().submit();
      await driver().shownToken();
    },
    closeToken: () => driver().closeToken(),
  };
}

function houseConsole(stage: Stage): TourConsole {
  return {
    signIn: () => signIn(stage.console),
    openApiKeys: async () => {
      await goTo(stage.console, "API Keys");
      await byRole(stage.console, "table");
    },
    openTeamMembers: () => goTo(stage.console, "Team members"),
    rowCount: () => stage.console.$$eval("tbody tr", (rows) => rows.length),
    sortByExpiry: () => press(stage.console, "button", "Valid until"),
    createKey: async (description, until) => {
      await createKey(stage.console, description, until);
    },
    closeToken: () => press(stage.console, "button", "Done"),
  };
}
