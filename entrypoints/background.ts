import { defineBackground } from "wxt/utils/define-background";
import { alarmAt, LOCK_ALARM, onAlarm } from "../lib/browser/alarms";
import { emptyClipboard, emptyClipboardIn } from "../lib/browser/clipboard";
import { onShareCommand } from "../lib/browser/commands";
import { serveConsoleLines } from "../lib/browser/console/console-lines";
import { onTabClosed } from "../lib/browser/console/console-tab";
import { creationService } from "../lib/browser/creation/creation-service";
import { rotationHandlers } from "../lib/browser/creation/rotation-service";
import { tellConsoleTabs } from "../lib/browser/messaging";
import { network } from "../lib/browser/network";
import { onNotificationPressed } from "../lib/browser/reminders/notifications";
import { recount, remind, reminderHandlers } from "../lib/browser/reminders/reminder-service";
import { serve } from "../lib/browser/serving";
import { browserWords } from "../lib/browser/settings/browser-words";
import { onPolicyChange, readPolicy } from "../lib/browser/settings/policy-store";
import { requireHands, settingsHandlers } from "../lib/browser/settings/settings-service";
import { announceSettingsChange, readSettings } from "../lib/browser/settings/settings-store";
import { onStart } from "../lib/browser/start";
import { afterChanges, IN_A_ROW_MS } from "../lib/browser/vault/after-changes";
import { keepKeyIndexSoon } from "../lib/browser/vault/key-index-care";
import { ownVault } from "../lib/browser/vault/own-vault";
import { announceVaultChange } from "../lib/browser/vault/vault-changes";
import { type HowToChange, LOOK_AFTER_MS, vaultService } from "../lib/browser/vault/vault-service";
import { openWorkspace } from "../lib/browser/workspace-tab";
import { addKey } from "../lib/tasks/add-key";
import { putKeyDraft } from "../lib/tasks/creation/key-draft";
import { holdToken, saveHeldToken } from "../lib/tasks/keep-token";
import { settleKeyInUse } from "../lib/tasks/key-in-use";
import { markRows } from "../lib/tasks/mark-rows";
import { changePreferences } from "../lib/tasks/preferences";
import { refreshContracts } from "../lib/tasks/refresh-contracts";
import { setApiHost } from "../lib/tasks/set-api-host";
import { requireAllowed, requireHost, requireKeyLife } from "../lib/tasks/settings/policy-limits";
import { testKept } from "../lib/tasks/test-kept";
import { noteWholeList } from "../lib/tasks/whole-list";
import { carryOut } from "../lib/tasks/writing/carry-out";
import { resolveWrites } from "../lib/tasks/writing/resolve-writes";
import { putWriteMode } from "../lib/tasks/writing/write-mode";
import type { Vault } from "../lib/vault/vault";
import { speak } from "../lib/words/words";

export default defineBackground(() => {
  speak(browserWords);
  const settling = afterChanges(() => void settle());
  /** Like {@link using}, for what changes which keys there are, or whether they can be read. */
  const changing = <T>(
    change: (vault: Vault) => Promise<T>,
    { settleAfterMs = 0, isToldByAct = false }: HowToChange = {},
  ): Promise<T> => settling(() => using(change, isToldByAct), settleAfterMs);
  const creation = creationService({ ownVault, changing, network });
  const care = vaultService({ ownVault, changing });
  const choices = settingsHandlers(({ language, reminderDays }) => {
    if (language ?? reminderDays) void ownVault().then(recount);
  });
  serve({
    ...care.handlers,
    ...reminderHandlers({ ownVault, used: (act) => using(used(act)) }),
    ...rotationHandlers({ ownVault, used: (act) => using(used(act)) }),
    ...choices,
    hold: async (capture) =>
      creation.keepIfAskedFor(
        capture,
        await using((vault) => holdToken(vault, capture, Date.now())),
      ),
    saveHeld: (captureId, description) =>
      changing((vault) => saveHeldToken(vault, captureId, description)),
    markRows: async (rows) => markRows(await ownVault(), rows),
    sawWholeList: (rows) =>
      using(async (vault) => {
        await noteWholeList(vault, rows, Date.now());
        await recount(vault);
      }),
    openFirstRun: async () => {
      // A page may ask as often as it likes; a tab opens only where there is something to begin.
      if ((await (await ownVault()).state()) === "none") await openWorkspace();
    },
    consoleReady: () => creation.resume(),
    reportHands: (report) => creation.report(report),

    unlock: (passphrase) =>
      care.handlers.unlock(passphrase).finally(() =>
        setTimeout(() => {
          void creation.unlocked();
          // A write whose answer nobody saw is looked up as soon as its key can be used again.
          void using((vault) => resolveWrites(vault, network));
        }, LOOK_AFTER_MS),
      ),
    unlockWith: (proof) =>
      care.handlers
        .unlockWith(proof)
        .finally(() => setTimeout(() => void creation.unlocked(), LOOK_AFTER_MS)),
    lock: () => care.handlers.lock().finally(() => creation.dismiss()),
    saveWaiting: ({ captureId, description }) =>
      changing(used((vault) => vault.saveWaiting(captureId, description))),
    discardWaiting: (captureId) => using(used((vault) => vault.discardHeld(captureId))),
    addKey: (key) =>
      changing(
        used((vault) => addKey(vault, key, Date.now())),
        { settleAfterMs: IN_A_ROW_MS },
      ),
    removeKey: (keyId) => changing(used((vault) => vault.removeKey(keyId))),
    useKey: (keyId) => using(used((vault) => changePreferences(vault, { keyInUse: keyId }))),
    testKey: (keyId) => using(used((vault) => testKept(vault, keyId, network))),
    setApiHost: async (chosen) => {
      requireHost(await readPolicy(), chosen.host);
      return changing(used(async (vault) => void (await setApiHost(vault, chosen))));
    },
    copied: async () => emptyClipboardIn((await readSettings()).clipboardSeconds),
    refreshContracts: () => using(used((vault) => refreshContracts(vault, network))),
    carryOut: async (decision, secrets) => {
      requireAllowed(await readPolicy(), "write");
      return using(used((vault) => carryOut(vault, decision, secrets, network)));
    },
    resolveWrites: () => using((vault) => resolveWrites(vault, network)),
    setWriteMode: async (mode) => {
      if (mode !== "read-only") requireAllowed(await readPolicy(), "write");
      return using(used((vault) => putWriteMode(vault, mode)));
    },
    createKey: async (wish) => {
      await requireHands();
      requireKeyLife(await readPolicy(), Date.parse(wish.expiresAt), Date.now());
      return using(used((vault) => creation.start(vault, wish)));
    },
    cancelCreation: () => creation.tell({ kind: "cancel" }),
    lookForCreation: () => creation.tell({ kind: "look" }),
    dismissCreation: () => creation.dismiss(),
    resumeCreation: () => creation.resume(),
    keepDraft: (draft) => using(used((vault) => putKeyDraft(vault, draft))),
  });
  serveConsoleLines(Date.now);
  onPolicyChange(() => {
    announceSettingsChange();
    void followPolicy();
  });
  void followPolicy();
  onAlarm({
    onLockDue: () => void care.lockWhenDue(),
    onToolbarDue: () => void ownVault().then(recount),
    onClipboardDue: () => void emptyClipboard(),
    onCreationDue: () => void creation.resume(),
    onReminderDue: () => void remind(),
  });
  onShareCommand(async () => {
    const { isShared } = await readSettings();
    await choices.changeSettings({ isShared: !isShared });
  });
  onNotificationPressed(() => void openWorkspace());
  onTabClosed((tabId) => void creation.tell({ kind: "tab-closed", tabId }));
  onStart(() => void ownVault().then(recount));
});

/** What the organisation decided counts at once, also for a vault that is open. */
async function followPolicy(): Promise<void> {
  const [policy] = await Promise.allSettled([readPolicy()]);
  const isFree = policy.status === "fulfilled" && policy.value.lockMinutes === null;
  if (!isFree) await using((vault) => vault.applyLockTime());
}

/** Does one thing with the vault; then, whatever came of it, popup and workspace read again. */
async function using<T>(act: (vault: Vault) => Promise<T>, isToldByAct = false): Promise<T> {
  const vault = await ownVault();
  try {
    return await act(vault);
  } finally {
    if (!isToldByAct) announceVaultChange();
    // Not waited for: the answer is an acknowledgement, and must not hang on an alarm.
    void vault.lockWhenDue().then((dueMs) => alarmAt(LOCK_ALARM, dueMs));
  }
}

/** What a person does moves the deadline of the automatic lock; what the console's page does never. */
function used<T>(act: (vault: Vault) => Promise<T>): (vault: Vault) => Promise<T> {
  return async (vault) => (await Promise.all([act(vault), vault.touch()]))[0];
}

/** What follows from a change of which keys there are, or whether they can be read. */
async function settle(): Promise<void> {
  const vault = await ownVault();
  await settleKeyInUse(vault);
  await recount(vault);
  announceVaultChange();
  await tellConsoleTabs("vaultChanged");
  keepKeyIndexSoon(ownVault);
}
