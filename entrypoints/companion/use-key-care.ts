import { useEffect, useMemo, useState } from "preact/hooks";
import type { KeyCare, ReminderActions } from "../../components/reminders/Reminders";
import { ownVault } from "../../lib/browser/companion";
import { send } from "../../lib/browser/messaging";
import { askForNotifications, mayNotify } from "../../lib/browser/notifications";
import { readReminderState } from "../../lib/browser/reminder-store";
import { readBackupNote } from "../../lib/tasks/backup-note";
import type { CompanionState } from "../../lib/tasks/companion-state";
import { healthOf } from "../../lib/tasks/health";
import { calendarOf } from "../../lib/tasks/reminders/calendar";
import type { ReminderState } from "../../lib/tasks/reminders/digest";
import { readOwnReminders } from "../../lib/tasks/reminders/own-reminders";
import {
  DAY_MS,
  DEFAULT_LEADS,
  dueReminders,
  type OwnReminders,
} from "../../lib/tasks/reminders/reminder-rules";

interface Loaded {
  own: Record<string, OwnReminders>;
  backedUp: ReadonlySet<string> | null;
  reminders: ReminderState;
  notifies: boolean;
}

export interface KeyCareView {
  /** `null` until it is loaded: nothing is said before. */
  care: KeyCare | null;
  own: Record<string, OwnReminders>;
  actions: ReminderActions & {
    onSetOwnReminders: (keyId: string, own: OwnReminders | null) => Promise<void>;
  };
}

/** Reminders and health of the keys, loaded a moment after the first picture. */
export function useKeyCare(state: CompanionState, nowMs: number): KeyCareView {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [turn, setTurn] = useState(0);
  // Read anew with every new state of the vault, and after each change made here.
  const isOpen = state.kind === "open";
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` only says that it is time
  useEffect(() => {
    let isLatest = true;
    if (isOpen)
      void load().then(
        (found) => isLatest && setLoaded(found),
        () => isLatest && setLoaded(null),
      );
    else setLoaded(null);
    return () => {
      isLatest = false;
    };
  }, [state, isOpen, turn]);

  const care = useMemo(() => {
    if (!loaded || state.kind !== "open") return null;
    const { own, backedUp, reminders, notifies } = loaded;
    const replaced = new Set(state.rotations.map(({ oldKeyId }) => oldKeyId));
    return {
      due: dueReminders(state.keys, DEFAULT_LEADS, own, nowMs).filter(
        ({ keyId }) => !replaced.has(keyId),
      ),
      isSnoozed: reminders.snoozedUntilMs > nowMs,
      notifies,
      health: state.keys.map((key) => ({
        keyId: key.id,
        findings: healthOf(key, backedUp, nowMs),
      })),
    };
  }, [loaded, state, nowMs]);

  const again = () => setTurn((before) => before + 1);
  return {
    care,
    own: loaded?.own ?? {},
    actions: {
      onNotify: async (isOn) => {
        if (isOn && !(await askForNotifications())) return false;
        await send("setReminders", isOn);
        again();
        return true;
      },
      onSnooze: async (days) => {
        await send("snoozeReminders", Date.now() + days * DAY_MS);
        again();
      },
      onSetOwnReminders: async (keyId, own) => {
        await send("setOwnReminders", { keyId, own });
        again();
      },
      onExportCalendar: () => {
        if (state.kind === "open") download(calendarOf(state.keys, loaded?.own ?? {}, Date.now()));
      },
    },
  };
}

async function load(): Promise<Loaded> {
  const vault = await ownVault();
  const [own, backup, reminders, isAllowed] = await Promise.all([
    readOwnReminders(vault),
    readBackupNote(vault),
    readReminderState(),
    mayNotify(),
  ]);
  const backedUp = backup ? new Set(backup.keyIds) : null;
  return { own, backedUp, reminders, notifies: reminders.isOn && isAllowed };
}

function download(calendar: string): void {
  const address = URL.createObjectURL(new Blob([calendar], { type: "text/calendar" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "icmc-api-keys.ics";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
