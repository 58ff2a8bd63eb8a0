import type { KeyEnd } from "../../lib/keys/api-key";
import { lengthOfSignature } from "../../lib/keys/signature-length";
import { readToken } from "../../lib/keys/token";
import { findNewToken, stillPresents, type TokenPlace } from "../../lib/page/token-place";
import { t } from "../../lib/words/words";
import { type CaptureFlow, type SaveView, startCapture } from "./capture-flow";
import type { CreationWatch, WatchedCreation } from "./creation-watch";
import type { PageWatch } from "./page-watch";
import { createSaveControl, type SaveControl } from "./save-control";
import { shownApiHost } from "./shown-api-host";

interface Seen {
  place: TokenPlace;
  control: SaveControl | null;
  flow: CaptureFlow | null;
}

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
/** A string that may still grow, letter by letter, is left to do so for this long. */
const RIPE_MS = 900;
/** Two candidates for this long are no passing state of the page. */
const UNDECIDED_MS = 1_500;
/** What nothing else speaks for is left this long to be joined by something better. */
const ONLY_NEW_MS = 700;
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
  const flows = new Map<string, CaptureFlow>();
  let seen: Seen | null = null;
  let asking: ReturnType<typeof setTimeout> | undefined;
  let asksUntilMs = 0;
  let undecidedSinceMs = 0;
  /** The page's own copy button gave another string than this one. */
  const doubted = new Set<string>();
  let ripening = { token: "", sinceMs: 0 };
  /** Taken in this page, or too much to be taken by itself. */
  const met = new Set<string>();
  const heldAtMs: number[] = [];

  function look(): void {
    const creation = creations.current();
    if (creation) search(creation);
    if (!seen) return;
    if (stillPresents(seen.place)) seen.control?.follow(seen.place);
    else leave();
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
    if (!place) return;
    const isUndecided = kind === "several";
    undecidedSinceMs = isUndecided ? undecidedSinceMs || Date.now() : 0;
    if (isUndecided) {
      if (!seen && Date.now() - undecidedSinceMs > UNDECIDED_MS) refuse(place);
      else expect(2 * UNDECIDED_MS);
      return;
    }
    if (doubted.has(place.token)) return;
    if (seen?.flow && seen.place.token === place.token) {
      seen.place = place;
      return;
    }
    const isKnown = seen !== null && !seen.flow && seen.place.token === place.token;
    if (isKnown && met.has(place.token)) return;
    if (place.isOnlyNew && !isAnswer(place.token, creation)) return;
    const isMore =
      !seen?.flow ||
      (creation.open > 0 && !met.has(place.token)) ||
      place.score > seen.place.score ||
      isGrown(place, seen.place);
    if (!isMore) return;
    if (!facts.keeps() && !flows.has(place.token)) leaveUnkept(place);
    else if (isRipe(place)) take(place, creation);
    else expect(2 * RIPE_MS);
  }

  /** Being the only new string proves something only while the answer to a form is awaited. */
  function isAnswer(token: string, { open }: WatchedCreation): boolean {
    return met.has(token) || (open > 0 && facts.isApiKeysPage());
  }

  /** A token may be written into the page piece by piece, and its beginning looks like a shorter one. */
  function isRipe({ token, isOnlyNew }: TokenPlace): boolean {
    if (ripening.token !== token) ripening = { token, sinceMs: Date.now() };
    const needsMs = !isWhole(token) ? RIPE_MS : isOnlyNew ? ONLY_NEW_MS : 0;
    return Date.now() - ripening.sinceMs >= needsMs;
  }

  function expect(forMs: number): void {
    asksUntilMs = Math.max(asksUntilMs, Date.now() + forMs);
    asking ??= setTimeout(ask, ASK_MS);
  }

  /** Only its place is remembered, so that it can be said, and kept once that is wanted again. */
  function leaveUnkept(place: TokenPlace): void {
    if (seen && !isUnkept()) return;
    const isNew = seen === null;
    seen = { place, control: null, flow: null };
    if (isNew) facts.onChange();
  }

  function isUnkept(): boolean {
    return seen !== null && !seen.flow && !seen.control;
  }

  function refuse(place: TokenPlace): void {
    if (!facts.keeps()) {
      leaveUnkept(place);
      return;
    }
    leave();
    const control = createSaveControl(place, watch.write, () => {
      leave();
      doubted.clear();
      undecidedSinceMs = 0;
      look();
    });
    seen = { place, control, flow: null };
    control.show(undecided());
  }

  /** Says what stands in the way of a token that is not taken. */
  function decline(place: TokenPlace, view: SaveView, onPress: () => void): void {
    leave();
    seen = { place, control: createSaveControl(place, watch.write, onPress), flow: null };
    seen.control?.show(view);
    facts.onChange();
  }

  function take(place: TokenPlace, creation: WatchedCreation, isWanted = false): void {
    if (!met.has(place.token)) creations.answered();
    met.add(place.token);
    facts.onTaken();
    if (place.token.length > LONGEST_KEPT) {
      decline(place, tooLong(), () => undefined);
      return;
    }
    if (!flows.has(place.token) && !isWanted && isTooMany()) {
      decline(place, tooMany(), () => take(place, creation, true));
      return;
    }
    hold(place, creation);
    if (isWanted) flows.get(place.token)?.press(creations.description(place.container));
  }

  function isTooMany(): boolean {
    const nowMs = Date.now();
    while (heldAtMs.length > 0 && nowMs - (heldAtMs[0] ?? nowMs) > MOST_HELD_IN_MS)
      heldAtMs.shift();
    if (heldAtMs.length >= MOST_HELD) return true;
    heldAtMs.push(nowMs);
    return false;
  }

  function hold(place: TokenPlace, creation: WatchedCreation): void {
    leave();
    const current: Seen = { place, control: null, flow: flows.get(place.token) ?? null };
    seen = current;
    let last: SaveView | null = null;
    const show = (view: SaveView): void => {
      last = view;
      if (seen === current) {
        current.control ??= createSaveControl(current.place, watch.write, () =>
          flows.get(place.token)?.press(creations.description(current.place.container)),
        );
        current.control.show(view);
      }
      if (view.state === "saved") flows.delete(place.token);
      facts.onChange();
    };
    const description = creations.description(place.container);
    const capture = captureOf(place.token, { ...creation, description });
    const apiHost = shownApiHost(watch.roots());
    current.flow ??= startCapture(apiHost ? { ...capture, apiHost } : capture, {
      isAlive: facts.isAlive,
      show,
    });
    flows.set(place.token, current.flow);
    if (last) show(last);
    else facts.onChange();
  }

  function leave(): void {
    if (!seen) return;
    const { control, flow, place } = seen;
    seen = null;
    control?.remove();
    // What lies sealed in the inbox needs no memory here; what does not is kept until it does.
    if (flow?.isSafe()) {
      flow.stop();
      flows.delete(place.token);
    }
    facts.onChange();
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
      if (isUnkept()) return;
      const token = readToken(text.trim())?.text;
      const creation = creations.current();
      if (!seen || !token || !creation || creation.before.has(token)) return;
      const { place } = seen;
      // A person may copy a part; a button copies the whole, and knows better than what is drawn.
      if (place.token.startsWith(token) || !place.container.contains(target)) return;
      const copied = { ...place, token };
      if (isGrown(copied, place)) take(copied, creation);
      else {
        doubted.add(place.token);
        refuse(place);
      }
    },
    vaultChanged: () => {
      for (const flow of flows.values()) flow.vaultChanged();
    },
    unsafe: () =>
      [...flows.values()].filter((flow) => !flow.isSafe()).length +
      (seen !== null && !seen.flow && met.has(seen.place.token) ? 1 : 0),
    place: () => seen?.place ?? null,
    isUnkept,
    stop: () => {
      clearTimeout(asking);
      seen?.control?.remove();
      seen = null;
      for (const flow of flows.values()) flow.stop();
      flows.clear();
    },
  };
}

/** Its algorithm tells how long it has to be. RSA keys come in several sizes, so theirs tells nothing. */
function isWhole(token: string): boolean {
  const read = readToken(token);
  return read !== null && !/^[RP]S/.test(read.algorithm) && lengthOfSignature(read) === "right";
}

function isGrown(now: TokenPlace, before: TokenPlace): boolean {
  return now.token.length > before.token.length && now.token.startsWith(before.token);
}

function captureOf(token: string, { description, endsMs }: WatchedCreation) {
  const end: KeyEnd =
    endsMs === null
      ? { kind: "unknown" }
      : { kind: "at", at: new Date(endsMs).toISOString(), from: "console" };
  // Read once more exactly as the vault will: what is no token must not look held.
  const text = readToken(token)?.text ?? token;
  return {
    captureId: crypto.randomUUID(),
    token: text,
    description,
    end,
    capturedAt: new Date().toISOString(),
  };
}
