/** Which of the things we add to the console's page are there. */
export interface Additions {
  badges: boolean;
  /** *Save to vault*: without it no new key is kept. */
  save: boolean;
  /** Filling in the form for a new key, and pointing at the row of a replaced one. */
  hands: boolean;
}

/** What the person chose, apart from what concerns the vault itself. Holds no secret and stands in clear. */
export interface Settings {
  language: "browser" | "en" | "de";
  theme: "browser" | "light" | "dark";
  units: "decimal" | "binary";
  clipboardSeconds: number;
  /** Days before the end of a key, largest first; empty for no reminder. */
  reminderDays: readonly number[];
  additions: Additions;
  /** Nothing is added to the console's page until the person says so again. */
  isPaused: boolean;
  /** Figures and names are blurred, because others see the screen. */
  isShared: boolean;
  /** The first-run tour was walked through or skipped. */
  isTourOver: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  language: "browser",
  theme: "browser",
  units: "decimal",
  clipboardSeconds: 30,
  reminderDays: [30, 14, 7, 1],
  additions: { badges: true, save: true, hands: true },
  isPaused: false,
  isShared: false,
  isTourOver: false,
};

/** What runs on the page now. */
export function additionsNow({ additions, isPaused }: Settings): Additions {
  return isPaused ? { badges: false, save: false, hands: false } : additions;
}
