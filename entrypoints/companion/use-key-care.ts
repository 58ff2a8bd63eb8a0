import { useEffect, useMemo, useState } from "preact/hooks";
import type { KeyCare, ReminderActions } from "../../components/reminders/Reminders";
import { send } from "../../lib/browser/messaging";
import type { CompanionState } from "../../lib/tasks/companion-state";
import type { OwnReminders } from "../../lib/tasks/reminders/reminder-rules";
import type { LoadedCare } from "./load-key-care";

type Rules = typeof import("./load-key-care");

const DAY_MS = 86_400_000;

export interface KeyCareView {
  /** `null` until it is loaded: nothing is said before. */
  care: KeyCare | null;
  own: Record<string, OwnReminders>;
  actions: ReminderActions & {
    onSetOwnReminders: (keyId: string, own: OwnReminders | null) => Promise<void>;
  };
}

/** Reminders and health of the keys. Their rules and all they need are loaded behind the first picture. */
export function useKeyCare(state: CompanionState, nowMs: number): KeyCareView {
  const [known, setKnown] = useState<{ rules: Rules; loaded: LoadedCare } | null>(null);
  const [turn, setTurn] = useState(0);
  // Read anew with every new state of the vault, and after each change made here.
  const isOpen = state.kind === "open";
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` only says that it is time
  useEffect(() => {
    let isLatest = true;
    if (isOpen)
      void load().then(
        (found) => isLatest && setKnown(found),
        () => isLatest && setKnown(null),
      );
    else setKnown(null);
    return () => {
      isLatest = false;
    };
  }, [state, isOpen, turn]);

  const care = useMemo(
    () => (known && state.kind === "open" ? known.rules.careOf(state, known.loaded, nowMs) : null),
    [known, state, nowMs],
  );

  const again = () => setTurn((before) => before + 1);
  return {
    care,
    own: known?.loaded.own ?? NONE,
    actions: {
      onNotify: async (isOn) => {
        // Asked in the turn of the click, or the browser refuses.
        if (isOn && !(await known?.rules.askForNotifications())) return false;
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
        if (state.kind === "open") known?.rules.downloadCalendar(state, known.loaded);
      },
    },
  };
}

const NONE: Record<string, OwnReminders> = {};

async function load(): Promise<{ rules: Rules; loaded: LoadedCare }> {
  const rules = await import("./load-key-care");
  return { rules, loaded: await rules.loadCare() };
}
