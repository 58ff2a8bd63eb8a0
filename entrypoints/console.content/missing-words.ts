import { t } from "../../lib/words/words";
import type { KnownRow } from "./known-row";

const BY_HAND = "A key shown here can still be kept with Add key by hand in the toolbar popup.";
const NO_LIST = `ICMC Companion found no list of API keys on this page. The popup says what was recognised. ${BY_HAND}`;
const UNREADABLE = `ICMC Companion could not read the expiry of any key on this page. ${BY_HAND}`;
const WAITING =
  "The key you created is not in a vault yet. Keep this page open and create your vault in the toolbar popup.";

/** What the page's note says: what was not understood, or what a person must know; `null` when nothing. */
export function missingWords(facts: {
  /** Why a key that is shown is not kept. */
  unkept: "paused" | "off" | null;
  isTokenUnsafe: boolean;
  /** On the API Keys page, and for long enough to expect a list. */
  isListDue: boolean;
  hasList: boolean;
  rows: KnownRow[];
}): string | null {
  if (facts.unkept) return facts.unkept === "off" ? t("page.saveIsOff") : t("page.isPaused");
  if (facts.isTokenUnsafe) return WAITING;
  if (!facts.isListDue) return null;
  if (!facts.hasList) return NO_LIST;
  const isBlind =
    facts.rows.length > 0 && facts.rows.every(({ badge }) => badge?.state === "unknown");
  return isBlind ? UNREADABLE : null;
}
