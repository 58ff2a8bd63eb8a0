import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ApiKey, KeyEnd } from "../../lib/keys/api-key";
import type { Badge } from "../../lib/keys/badge";
import type { OwnReminders } from "../../lib/tasks/reminders/reminder-rules";
import { t } from "../../lib/words/words";
import { PageEnd } from "../PageEnd";
import { SearchField } from "../SearchField";
import { KeyItem } from "./KeyItem";
import type { KeyActions } from "./key-actions";
import { searchKeys } from "./search-keys";

/** As many as a popup has in sight: drawn with the first frame, and a page right behind it. */
const IN_SIGHT = 8;
/** The rest follows when the end of the list comes into view. */
const FIRST_PAGE = 20;
const NEXT_PAGE = 60;

/**
 * Kept keys with a search above. Typing searches, arrows walk the list, Enter copies the key
 * that is marked (while searching: the first match).
 */
export function KeyList({
  keys,
  keyInUse,
  badgeOf,
  searchElsewhere,
  standingOf,
  ownReminders = {},
  ...actions
}: {
  keys: ApiKey[];
  keyInUse: string | null;
  badgeOf: (end: KeyEnd) => Badge;
  /** A key's part in a rotation, in words. */
  standingOf?: (keyId: string) => string | null;
  /** By key id; a key without entry is reminded of like every other. */
  ownReminders?: Record<string, OwnReminders>;
  /** What else the words find; its first link is opened by Enter where no key matches. */
  searchElsewhere?: ((query: string) => ComponentChildren) | undefined;
} & KeyActions) {
  const [query, setQuery] = useState("");
  const [pageEnd, setPageEnd] = useState(IN_SIGHT);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const elsewhere = useRef<HTMLDivElement>(null);
  const found = useMemo(() => searchKeys(keys, query), [keys, query]);
  useEffect(() => {
    // What stands above the list, such as a key in the making, must not scroll out of sight.
    search.current?.focus({ preventScroll: true });
    setPageEnd(FIRST_PAGE);
    return onTypingAnywhere(() => search.current?.focus());
  }, []);

  function searchFor(words: string) {
    setQuery(words);
    setPageEnd(FIRST_PAGE);
  }

  function onSearchKey(event: KeyboardEvent) {
    if (event.key === "ArrowDown") {
      event.preventDefault();
      focusItem(list.current, 0);
    } else if (event.key === "Enter" && query.trim() !== "") {
      const copy = list.current?.querySelector<HTMLElement>(".copy-key");
      (copy ?? elsewhere.current?.querySelector("a"))?.click();
    } else if (event.key === "Escape" && query !== "") {
      event.preventDefault();
      searchFor("");
    }
  }

  function onListKey(event: KeyboardEvent) {
    const { target } = event;
    // Fields have uses of their own for arrows and letters.
    if (target instanceof Element && target.matches("input, textarea, select")) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const items = [...(list.current?.children ?? [])];
    const at = items.findIndex((item) => item.contains(target as Node));
    if (event.key === "ArrowDown") focusItem(list.current, at + 1);
    else if (event.key === "ArrowUp" && at > 0) focusItem(list.current, at - 1);
    else if (event.key === "ArrowUp") search.current?.focus();
    else if (isTyping(event)) {
      search.current?.focus();
      return;
    } else return;
    event.preventDefault();
  }

  return (
    <div class="keys">
      <SearchField value={query} onInput={searchFor} onKeyDown={onSearchKey} inputRef={search} />
      {found.length === 0 && (
        <p class="empty" role="status">
          {t("keys.noMatch", query)}
        </p>
      )}
      <ul aria-label={t("keys.list")} class="key-list" ref={list} onKeyDown={onListKey}>
        {found.slice(0, pageEnd).map((key) => (
          <KeyItem
            key={key.id}
            apiKey={key}
            badge={badgeOf(key.end)}
            isInUse={key.id === keyInUse}
            standing={standingOf?.(key.id) ?? null}
            own={ownReminders[key.id] ?? null}
            {...actions}
          />
        ))}
      </ul>
      {pageEnd < found.length && (
        <PageEnd words={t("keys.showMore")} onReached={() => setPageEnd(pageEnd + NEXT_PAGE)} />
      )}
      {searchElsewhere && query.trim() !== "" && (
        <div ref={elsewhere} class="elsewhere">
          {searchElsewhere(query)}
        </div>
      )}
    </div>
  );
}

function focusItem(list: HTMLElement | null, index: number): void {
  const item = list?.children[index];
  if (item instanceof HTMLElement) item.focus();
}

/** Someone who clicked beside everything and types means the search. */
function onTypingAnywhere(focus: () => void): () => void {
  const listener = (event: KeyboardEvent) => {
    if (event.target === document.body && isTyping(event)) focus();
  };
  document.addEventListener("keydown", listener);
  return () => document.removeEventListener("keydown", listener);
}

function isTyping(event: KeyboardEvent): boolean {
  return event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey;
}
