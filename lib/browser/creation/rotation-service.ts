import type { HandlersOf } from "../../messages";
import { pointedRow } from "../../tasks/rotation/pointed-row";
import { withoutRotation, withPlace } from "../../tasks/rotation/rotation";
import { changeRotations } from "../../tasks/rotation/rotations";
import { putTags } from "../../tasks/tags";
import type { Vault } from "../../vault/vault";
import { findConsoleTab, showTab } from "../console/console-tab";
import { whenLoaded } from "../console/when-loaded";
import { sendToTab } from "../messaging";
import { recount } from "../reminders/reminder-service";
import { sessionArea } from "../session-area";
import { requireHands } from "../settings/settings-service";

/** Id of the replaced key whose row is pointed out in the console; in no page's reach. */
const POINTED = "pointed-key";
const LOADING = { stepMs: 300, attempts: 60 };

type Handled = "setTags" | "tickPlace" | "endRotation" | "pointOutKey" | "rowToDelete";

/** Answers what is asked about replacing keys. */
export function rotationHandlers({
  ownVault,
  used,
}: {
  ownVault: () => Promise<Vault>;
  /** One thing the person does with the vault. */
  used: <T>(act: (vault: Vault) => Promise<T>) => Promise<T>;
}): HandlersOf<Handled> {
  return {
    setTags: ({ keyId, tags }) => used(async (vault) => void (await putTags(vault, keyId, tags))),
    tickPlace: ({ keyId, place, isMoved }) =>
      used((vault) => changeRotations(vault, (all) => withPlace(all, keyId, place, isMoved))),
    endRotation: (keyId) =>
      used(async (vault) => {
        await changeRotations(vault, (all) => withoutRotation(all, keyId));
        await sessionArea.remove(POINTED);
        await recount(vault);
      }),
    pointOutKey: async (keyId) => {
      await requireHands();
      await sessionArea.set(POINTED, keyId);
      const tabId = await findConsoleTab();
      await showTab(tabId);
      await whenLoaded(() => sendToTab(tabId, "pointOut"), LOADING);
    },
    rowToDelete: async (rows) => {
      const keyId = await sessionArea.get(POINTED);
      return pointedRow(await ownVault(), typeof keyId === "string" ? keyId : null, rows);
    },
  };
}
