import type { PageReport } from "../../lib/messages";
import { identifyPage, type PageIdentity } from "../../lib/page/api-keys-page";
import { createFormIn } from "../../lib/page/create-form";
import { pageReport } from "../../lib/page/page-report";
import type { ColumnReader } from "./column-reader";
import { watchCreations } from "./creation-watch";
import { keepKeyRows } from "./key-rows";
import { copiesIn } from "./own-elements";
import { createPageNote } from "./page-note";
import { type PageChanges, watchPage } from "./page-watch";
import { watchTokens } from "./token-watch";
import { keepVaultMarks } from "./vault-marks";

export interface CompanionOnPage {
  vaultChanged(): void;
  report(): PageReport;
  stop(): void;
}

const SETTLED_MS = 5_000;
const LEAST_PAUSE_MS = 60;
const NO_LIST =
  "ICMC Companion found no list of API keys on this page. The toolbar popup says what was recognised.";
const UNREADABLE = "ICMC Companion could not read the expiry of any key on this page.";
const WAITING =
  "The key you created is not in a vault yet. Keep this page open and create your vault in the toolbar popup.";
const OUTDATED = "ICMC Companion was updated. Reload this page before you create a key.";

/** Everything of ours on one page of the console, from its loading to its end. */
export function companionOnPage(facts: {
  isAlive: () => boolean;
  reader: ColumnReader;
  readText: (text: string) => number | null;
}): CompanionOnPage {
  let identity: PageIdentity = {
    isApiKeysPage: false,
    by: "not looked at yet",
    byPath: false,
    heading: null,
  };
  let address = "";
  let arrivedAtMs = Date.now();
  let discovery: ReturnType<typeof setTimeout> | undefined;
  let freeAtMs = 0;
  let isStarted = false;
  let isOver = false;

  const watch = watchPage(follow, (node) => rows.doubt(node));
  const note = createPageNote(watch.write);
  const rows = keepKeyRows(watch, facts.reader, () => {
    marks.update();
    sayWhatIsMissing();
  });
  const marks = keepVaultMarks(rows, facts.reader);
  const creations = watchCreations(
    { isApiKeysPage: () => identity.isApiKeysPage, roots: watch.roots, readText: facts.readText },
    () => {
      if (checkAlive()) tokens.expect();
    },
  );
  const tokens = watchTokens(watch, creations, {
    isAlive: facts.isAlive,
    onChange: sayWhatIsMissing,
  });

  function follow(changes: PageChanges): void {
    if (!checkAlive()) return;
    const copies = copiesIn(changes.everything ? [document.documentElement] : changes.added);
    if (copies.length > 0) {
      watch.write(() => {
        for (const copy of copies) copy.remove();
      });
    }
    const isMoved = address !== location.href;
    const needsLook = identity.isApiKeysPage
      ? rows.follow(changes)
      : changes.added.size > 0 || changes.everything;
    if (isStarted && (isMoved || needsLook)) discoverSoon();
    tokens.look();
  }

  function discoverSoon(): void {
    discovery ??= setTimeout(discover, Math.max(0, freeAtMs - performance.now()));
  }

  /** The rarer the longer it takes, so that a large page in uproar is not searched all the time. */
  function discover(): void {
    discovery = undefined;
    const startedAtMs = performance.now();
    if (address !== location.href) {
      address = location.href;
      arrivedAtMs = Date.now();
      setTimeout(sayWhatIsMissing, SETTLED_MS + 100);
    }
    identity = identifyPage(watch.roots(), location.pathname + location.hash);
    if (identity.isApiKeysPage) rows.discover();
    else rows.clear();
    sayWhatIsMissing();
    const tookMs = performance.now() - startedAtMs;
    freeAtMs = performance.now() + Math.max(LEAST_PAUSE_MS, 8 * tookMs);
  }

  function sayWhatIsMissing(): void {
    if (isOver) return;
    if (tokens.unsafe() > 0 && !tokens.place()) {
      note.say(WAITING);
      return;
    }
    const isSettled = Date.now() - arrivedAtMs > SETTLED_MS && document.readyState === "complete";
    if (!identity.isApiKeysPage || !isSettled) {
      note.say(null);
      return;
    }
    const all = rows.all();
    const isBlind = all.length > 0 && all.every(({ badge }) => badge?.state === "unknown");
    note.say(rows.lists().length === 0 && !isCreating() ? NO_LIST : isBlind ? UNREADABLE : null);
  }

  /** A list is not to be expected while a form or a new key takes its place. */
  function isCreating(): boolean {
    return tokens.place() !== null || createFormIn(document.body) !== null;
  }

  function checkAlive(): boolean {
    if (isOver) return false;
    if (facts.isAlive()) return true;
    const isOnKeys = identity.isApiKeysPage;
    stop();
    if (isOnKeys) note.say(OUTDATED);
    return false;
  }

  const leaving = (event: BeforeUnloadEvent): void => {
    if (tokens.unsafe() > 0) event.preventDefault();
  };
  const returned = (): void => {
    if (checkAlive() && address !== location.href) discoverSoon();
  };
  addEventListener("beforeunload", leaving);
  addEventListener("popstate", returned);
  addEventListener("focus", returned);
  document.addEventListener("visibilitychange", returned);
  const stopWaiting = whenSettled(() => {
    isStarted = true;
    discover();
  });

  function stop(): void {
    if (isOver) return;
    // A token on screen outlives us only by hand: its control stays and says so.
    if (tokens.unsafe() === 0) tokens.stop();
    rows.clear();
    note.say(null);
    isOver = true;
    stopWaiting();
    marks.stop();
    creations.stop();
    clearTimeout(discovery);
    removeEventListener("beforeunload", leaving);
    removeEventListener("popstate", returned);
    removeEventListener("focus", returned);
    document.removeEventListener("visibilitychange", returned);
    watch.stop();
  }

  return {
    vaultChanged: () => {
      marks.forget();
      tokens.vaultChanged();
    },
    report: () => {
      const all = rows.all();
      return pageReport({
        path: location.pathname,
        identity,
        lists: rows.lists(),
        rows: all.length,
        unreadableRows: all.filter(({ badge }) => badge?.state === "unknown").length,
        hasCreateForm: createFormIn(document.body) !== null,
        tokenTag: tokens.place()?.element.localName ?? null,
      });
    },
    stop,
  };
}

/** A page that was rendered on a server must find its elements as they came; ours wait until it has. */
function whenSettled(start: () => void): () => void {
  if (document.readyState === "complete") {
    start();
    return () => {};
  }
  const settled = (): void => {
    clearTimeout(timer);
    removeEventListener("load", settled);
    start();
  };
  const timer = setTimeout(settled, 3_000);
  addEventListener("load", settled);
  return () => {
    clearTimeout(timer);
    removeEventListener("load", settled);
  };
}
