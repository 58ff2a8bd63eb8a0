import { t } from "../../../lib/words/words";
import type { KnownRow } from "../badges/known-row";

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
  if (facts.isTokenUnsafe) return t("page.unsafe");
  if (!facts.isListDue) return null;
  if (!facts.hasList) return t("page.noList");
  const isBlind =
    facts.rows.length > 0 && facts.rows.every(({ badge }) => badge?.state === "unknown");
  return isBlind ? t("page.unreadable") : null;
}
