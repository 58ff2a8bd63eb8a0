import type { PageReport, PageSettings } from "../../lib/messages";
import { identifyPage, type PageIdentity } from "../../lib/page/api-keys-page";
import { createFormIn } from "../../lib/page/create-form";
import * as dom from "../../lib/page/dom";
import { findKeyLists } from "../../lib/page/key-list";
import { pageReport } from "../../lib/page/page-report";
import type { CreationNote } from "../../lib/tasks/creation-note";
import { t } from "../../lib/words/words";
import type { ColumnReader } from "./badges/column-reader";
import { keepKeyRows } from "./badges/key-rows";
import { reportLists } from "./badges/list-report";
import { keepVaultMarks } from "./badges/vault-marks";
import { copiedText } from "./capture/copied-text";
import { watchCreations } from "./capture/creation-watch";
import { watchTokens } from "./capture/token-watch";
import { missingWords } from "./drawing/missing-words";
import { copiesIn } from "./drawing/own-elements";
import { createPageNote } from "./drawing/page-note";
import { paceSearch } from "./paced-search";
import { watchPageSigns } from "./page-signs";
import { type PageChanges, watchPage } from "./page-watch";
import { whenSettled } from "./when-settled";

export interface CompanionOnPage {
  vaultChanged(): void;
  settingsChanged(): void;
  report(): PageReport;
  /** A key was asked for on the page before this one. */
  resume(note: CreationNote): void;
  /** The line to the extension ended: if that is gone, so is everything of ours. */
  lineEnded(): void;
  stop(): void;
}

const SETTLED_MS = 5_000;

/** Everything of ours on one page of the console, from its loading to its end. */
export function companionOnPage(facts: {
  isAlive: () => boolean;
  reader: ColumnReader;
  readText: (text: string) => number | null;
  /** Tells the next page of this tab that a key was asked for; `null` that it was found. */
  onAsked: (note: CreationNote | null) => void;
  /** The page or the person shows a sign of life. */
  onLife: () => void;
  /** `null` until they are known. */
  settings: () => PageSettings | null;
  /** A key is being made here that somebody asked us for. */
  isWorking: () => boolean;
}): CompanionOnPage {
  let identity: PageIdentity = {
    isApiKeysPage: false,
    by: "not-looked-at",
    byPath: false,
    heading: null,
  };
  let address = "";
  /** In which the badges are drawn. */
  let language = t("locale");
  let arrivedAtMs = Date.now();
  /** In a page that was just loaded no view of before can still stand. */
  let hasMoved = false;
  let isStarted = false;
  let isRehearsed = false;
  let isOver = false;
  const ended = new AbortController();

  const discovery = paceSearch(discover);
  const watch = watchPage(follow, (node) => rows.doubt(node));
  const note = createPageNote(watch.write);
  const rows = keepKeyRows(watch, facts.reader, () => {
    marks.update();
    wholeList.update();
    sayWhatIsMissing();
  });
  const marks = keepVaultMarks(rows, facts.reader);
  const wholeList = reportLists(rows, facts.reader, { roots: watch.roots, lists: rows.lists });
  const creations = watchCreations(
    { isApiKeysPage: () => identity.isApiKeysPage, roots: watch.roots, readText: facts.readText },
    () => {
      if (isOver) note.say(t("page.outdated"));
      else if (checkAlive()) tokens.expect();
    },
    facts.onAsked,
  );
  const tokens = watchTokens(watch, creations, {
    isAlive: facts.isAlive,
    isApiKeysPage: () => identity.isApiKeysPage,
    keeps: () => facts.settings()?.additions.save !== false || facts.isWorking(),
    onChange: sayWhatIsMissing,
    onTaken: () => facts.onAsked(null),
  });

  const hasBadges = () => identity.isApiKeysPage && facts.settings()?.additions.badges !== false;

  function follow(changes: PageChanges): void {
    if (!checkAlive()) return;
    if (identity.isApiKeysPage && !document.hidden) facts.onLife();
    const copies = copiesIn(changes.everything ? [dom.documentElement()] : changes.added);
    if (copies.length > 0) {
      watch.write(() => {
        for (const copy of copies) copy.remove();
      });
    }
    const isMoved = address !== location.href;
    const needsLook = hasBadges()
      ? rows.follow(changes)
      : changes.added.size > 0 || changes.everything;
    // Marks of one page must not stand on another for a moment longer than needed.
    if (isMoved) discovery.hurry();
    // At once where time allows: a list that was replaced is not painted without its badges.
    if (isStarted && (isMoved || needsLook)) discovery.soon();
    tokens.look();
  }

  function discover(): void {
    if (address !== location.href) {
      hasMoved = address !== "";
      address = location.href;
      arrivedAtMs = Date.now();
      setTimeout(settled, SETTLED_MS + 100);
    }
    const isSettled = !hasMoved || Date.now() - arrivedAtMs > SETTLED_MS;
    identity = identifyPage(watch.roots(), location.pathname + location.hash, isSettled);
    if (hasBadges()) {
      rows.discover();
      if (rows.lists().length === 0) rehearse();
    } else rows.clear();
    sayWhatIsMissing();
  }

  function settled(): void {
    if (isOver) return;
    if (identity.by === "other-heading") discovery.soon();
    else sayWhatIsMissing();
  }

  /** The page has its heading and waits for its list, as we do. */
  function rehearse(): void {
    if (isRehearsed) return;
    isRehearsed = true;
    requestIdleCallback(facts.reader.rehearse);
  }

  function sayWhatIsMissing(): void {
    if (isOver) return;
    const isSettled = Date.now() - arrivedAtMs > SETTLED_MS && document.readyState === "complete";
    const words = missingWords({
      unkept: !tokens.isUnkept() ? null : facts.settings()?.isPaused ? "paused" : "off",
      isTokenUnsafe: tokens.unsafe() > 0 && !tokens.place(),
      isListDue: hasBadges() && isSettled,
      hasList: rows.lists().length > 0 || (identity.isApiKeysPage && isSettled && isCreating()),
      rows: rows.all(),
    });
    note.say(words);
  }

  /** A list is not to be expected while a form or a new key takes its place. */
  function isCreating(): boolean {
    return tokens.place() !== null || createFormIn(dom.documentElement()) !== null;
  }

  function checkAlive(): boolean {
    if (isOver) return false;
    if (facts.isAlive()) return true;
    stop();
    return false;
  }

  const { signal } = ended;
  watchPageSigns(
    {
      isUnsafe: () => tokens.unsafe() > 0,
      onReturn: () => {
        facts.onLife();
        if (checkAlive() && address !== location.href) discovery.soon();
      },
      onRecolour: () => {
        if (identity.isApiKeysPage) discovery.soon();
      },
      onCopy: (event, target) => {
        if (tokens.place()) tokens.copied(copiedText(event), target);
      },
    },
    signal,
  );
  whenSettled(() => {
    isStarted = true;
    discovery.now();
  }, signal);

  function stop(): void {
    if (isOver) return;
    // A token on screen outlives us only by hand: its control stays and says so.
    if (tokens.unsafe() === 0) tokens.stop();
    rows.clear();
    note.say(null);
    isOver = true;
    marks.stop();
    wholeList.stop();
    // Nothing of ours is left but this: who creates a key now is told that it will not be kept.
    if (facts.isAlive()) creations.stop();
    discovery.stop();
    ended.abort();
    watch.stop();
  }

  return {
    vaultChanged: () => {
      marks.forget();
      wholeList.forget();
      tokens.vaultChanged();
    },
    settingsChanged: () => {
      if (isOver) return;
      // Drawn anew only in another language: each page asks for the settings while its badges already stand.
      if (t("locale") !== language || !hasBadges()) rows.clear();
      language = t("locale");
      if (isStarted) discovery.soon();
      tokens.look();
    },
    report: () => {
      const all = rows.all();
      // Without badges nobody has looked for the lists yet.
      const isAsked = identity.isApiKeysPage && !hasBadges();
      const lists = isAsked ? findKeyLists(watch.roots()) : rows.lists();
      return pageReport({
        path: location.pathname,
        identity,
        lists,
        rows: isAsked ? lists.flatMap((list) => list.rows()).length : all.length,
        unreadableRows: all.filter(({ badge }) => badge?.state === "unknown").length,
        hasCreateForm: createFormIn(dom.documentElement()) !== null,
        tokenTag: tokens.place()?.element.localName ?? null,
      });
    },
    resume: (note) => {
      if (!isOver) creations.resume(note);
    },
    lineEnded: () => void checkAlive(),
    stop,
  };
}
