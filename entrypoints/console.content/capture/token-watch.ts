import { readToken } from "../../../lib/keys/token";
import { findNewToken, type TokenPlace } from "../../../lib/page/token-place";
import { t } from "../../../lib/words/words";
import type { PageWatch } from "../page-watch";
import type { SaveView } from "./capture-flow";
import type { CreationWatch, WatchedCreation } from "./creation-watch";
import { createShownToken } from "./shown-token";
import { isGrown, RIPE_MS, watchGrowth } from "./token-growth";

export interface TokenWatch {
  /** The page changed: a token may have come, moved or gone. */
  look(): void;
  /** Something was pressed that makes a token come; fields change without a sign, so we ask them for a while. */
  expect(): void;
  /** The page put this on the clipboard, by a button at `target` or a selection. */
  copied(text: string, target: Node): void;
  vaultChanged(): void;
  /** Tokens that exist nowhere but in this page. */
  unsafe(): number;
  /** Shown at present; for the report. */
  place(): TokenPlace | null;
  /** A key is shown that is not kept, because the person switched that off. */
  isUnkept(): boolean;
  stop(): void;
}

const ASK_MS = 250;
const ASK_FOR_MS = 20_000;
/** Two candidates for this long are no passing state of the page. */
const UNDECIDED_MS = 1_500;
/** Longer ones do not fit into the vault. */
const LONGEST_KEPT = 6 * 1024;
/** A person makes one key at a time; what comes faster is kept only on a press. */
const MOST_HELD = 10;
const MOST_HELD_IN_MS = 60_000;
const tooLong = (): SaveView => ({ state: "failed", words: t("page.tooLong"), button: null });
const tooMany = (): SaveView => ({
  state: "ready",
  words: t("page.tooMany"),
  button: t("page.save"),
});
const undecided = (): SaveView => ({
  state: "failed",
  words: t("page.undecided"),
  button: t("page.tryAgain"),
});

/** Takes the new key from the page into the vault's inbox, and keeps one control beside it while it shows. */
export function watchTokens(
  watch: PageWatch,
  creations: CreationWatch,
  facts: {
    isAlive: () => boolean;
    isApiKeysPage: () => boolean;
    /** Whether new keys are kept. */
    keeps: () => boolean;
    onChange: () => void;
    onTaken: () => void;
  },
): TokenWatch {
  const shown = createShownToken(watch, creations, facts);
  const growth = watchGrowth();
  let asking: ReturnType<typeof setTimeout> | undefined;
  let asksUntilMs = 0;
  let undecidedSinceMs = 0;
  /** The page's own copy button gave another string than this one. */
  const doubted = new Set<string>();
  /** Taken in this page, or too much to be taken by itself. */
  const met = new Set<string>();
  const heldAtMs: number[] = [];

  function look(): void {
    const creation = creations.current();
    if (creation) search(creation);
    shown.follow();
  }

  /** Where two were asked for, the second counts although the first still stands there. */
  function find(creation: WatchedCreation) {
    if (creation.open > 0 && met.size > 0) {
      const has = (token: string): boolean => creation.before.has(token) || met.has(token);
      const next = findNewToken(watch.roots(), { ...creation, before: { has } });
      if (next.kind === "one") return next;
    }
    return findNewToken(watch.roots(), creation);
  }

  function search(creation: WatchedCreation): void {
    const { kind, ...rest } = find(creation);
    const place = "place" in rest ? rest.place : null;
    if (!place) {
      const fallen = growth.fallen();
      if (fallen && !met.has(fallen.token)) take(fallen, creation);
      return;
    }
    const seen = shown.place();
    const isUndecided = kind === "several";
    undecidedSinceMs = isUndecided ? undecidedSinceMs || Date.now() : 0;
    if (isUndecided) {
      if (!seen && Date.now() - undecidedSinceMs > UNDECIDED_MS) refuse(place);
      else expect(2 * UNDECIDED_MS);
      return;
    }
    if (doubted.has(place.token)) return;
    if (seen?.token === place.token) {
      if (shown.isHeld()) {
        shown.moveTo(place);
        return;
      }
      if (met.has(place.token)) return;
    }
    if (place.isOnlyNew && !isAnswer(place.token, creation)) return;
    const isMore =
      !seen ||
      !shown.isHeld() ||
      (creation.open > 0 && !met.has(place.token)) ||
      place.score > seen.score ||
      isGrown(place, seen);
    if (!isMore) return;
    if (!facts.keeps() && !shown.isUnderWay(place.token)) shown.leaveUnkept(place);
    else if (growth.isRipe(place)) take(place, creation);
    else expect(2 * RIPE_MS);
  }

  /** Being the only new string proves something only while the answer to a form is awaited. */
  function isAnswer(token: string, { open }: WatchedCreation): boolean {
    return met.has(token) || (open > 0 && facts.isApiKeysPage());
  }

  function expect(forMs: number): void {
    asksUntilMs = Math.max(asksUntilMs, Date.now() + forMs);
    asking ??= setTimeout(ask, ASK_MS);
  }

  function refuse(place: TokenPlace): void {
    if (!facts.keeps()) {
      shown.leaveUnkept(place);
      return;
    }
    shown.decline(place, undecided(), () => {
      shown.leave();
      doubted.clear();
      undecidedSinceMs = 0;
      look();
    });
  }

  function take(place: TokenPlace, creation: WatchedCreation, isWanted = false): void {
    if (!met.has(place.token)) creations.answered();
    met.add(place.token);
    facts.onTaken();
    if (place.token.length > LONGEST_KEPT) {
      shown.decline(place, tooLong(), () => undefined);
      facts.onChange();
      return;
    }
    if (!shown.isUnderWay(place.token) && !isWanted && isTooMany()) {
      shown.decline(place, tooMany(), () => take(place, creation, true));
      facts.onChange();
      return;
    }
    shown.hold(place, creation);
    if (isWanted) shown.press(place);
  }

  function isTooMany(): boolean {
    const nowMs = Date.now();
    while (heldAtMs.length > 0 && nowMs - (heldAtMs[0] ?? nowMs) > MOST_HELD_IN_MS)
      heldAtMs.shift();
    if (heldAtMs.length >= MOST_HELD) return true;
    heldAtMs.push(nowMs);
    return false;
  }

  function ask(): void {
    clearTimeout(asking);
    asking = undefined;
    look();
    if (Date.now() < asksUntilMs) asking = setTimeout(ask, ASK_MS);
  }

  return {
    look,
    expect: () => expect(ASK_FOR_MS),
    copied: (text, target) => {
      if (shown.isUnkept()) return;
      const place = shown.place();
      const token = readToken(text.trim())?.text;
      const creation = creations.current();
      if (!place || !token || !creation || creation.before.has(token)) return;
      // A person may copy a part; a button copies the whole, and knows better than what is drawn.
      if (place.token.startsWith(token) || !place.container.contains(target)) return;
      const copied = { ...place, token };
      if (isGrown(copied, place)) take(copied, creation);
      else {
        doubted.add(place.token);
        refuse(place);
      }
    },
    vaultChanged: shown.vaultChanged,
    unsafe: () => {
      const place = shown.place();
      const isDeclined = place !== null && !shown.isHeld() && met.has(place.token);
      return shown.unsafe() + (isDeclined ? 1 : 0);
    },
    place: shown.place,
    isUnkept: shown.isUnkept,
    stop: () => {
      clearTimeout(asking);
      shown.stop();
    },
  };
}
