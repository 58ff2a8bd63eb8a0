import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Findable, searchEstate } from "../lib/tasks/reading/search-estate";
import { t, type WordName } from "../lib/words/words";
import { hrefOf, type Route } from "./route";
import { SearchField } from "./SearchField";

const MOST = 12;

const KINDS: Record<Findable["kind"], [alone: WordName, within: WordName]> = {
  contract: ["search.contract", "search.contractIn"],
  partner: ["search.partner", "search.partnerIn"],
  "storage account": ["search.account", "search.accountIn"],
};

/** Contracts, partners and storage accounts by name or id: a few letters and Enter. */
export function EstateSearch({ all, autoFocus }: { all: readonly Findable[]; autoFocus: boolean }) {
  const [query, setQuery] = useState("");
  const [isShown, setShown] = useState(true);
  const box = useRef<HTMLDivElement>(null);
  const results = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);
  // Whoever went somewhere else has found what was sought.
  useEffect(() => {
    const forget = () => setQuery("");
    addEventListener("hashchange", forget);
    return () => removeEventListener("hashchange", forget);
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    const first = results.current?.querySelector<HTMLAnchorElement>("a");
    if (event.key === "Enter" && first) {
      event.preventDefault();
      first.click();
      setQuery("");
    } else if (event.key === "ArrowDown" && first) {
      event.preventDefault();
      first.focus();
    } else if (event.key === "Escape" && query !== "") {
      event.preventDefault();
      setQuery("");
    }
  }

  return (
    <div
      class="estate-search"
      ref={box}
      onFocusIn={() => setShown(true)}
      onFocusOut={({ relatedTarget }) =>
        setShown(relatedTarget instanceof Node && Boolean(box.current?.contains(relatedTarget)))
      }
    >
      <SearchField
        value={query}
        placeholder={t("search.estate")}
        onInput={setQuery}
        onKeyDown={onKeyDown}
        inputRef={field}
      />
      {isShown && query.trim() !== "" && (
        <div ref={results}>
          <EstateResults all={all} query={query} onOpened={() => setQuery("")} />
        </div>
      )}
    </div>
  );
}

/** What a query finds, each with where it belongs. */
export function EstateResults({
  all,
  query,
  onOpened,
}: {
  all: readonly Findable[];
  query: string;
  onOpened?: () => void;
}) {
  const found = useMemo(() => searchEstate(all, query, MOST), [all, query]);

  function onKeyDown(event: KeyboardEvent) {
    if (!(event.target instanceof HTMLElement)) return;
    const item = event.target.closest("li");
    const next = { ArrowDown: item?.nextElementSibling, ArrowUp: item?.previousElementSibling }[
      event.key
    ];
    if (!next) return;
    event.preventDefault();
    next.querySelector<HTMLElement>("a")?.focus();
  }

  if (found.length === 0) {
    return (
      <p class="quiet" role="status">
        {t("search.nothing", query.trim())}
      </p>
    );
  }
  return (
    <ul aria-label={t("search.found")} class="found" onKeyDown={onKeyDown}>
      {found.map((one) => (
        <li key={`${one.kind} ${one.partnerId ?? ""} ${one.id}`}>
          <a class="found-link" href={hrefOf(routeTo(one))} title={one.id} onClick={onOpened}>
            <span class="found-name">{one.name}</span>
            <span class="quiet">{kindWords(one)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function kindWords({ kind, place }: Findable): string {
  const [alone, within] = KINDS[kind];
  return place ? t(within, place) : t(alone);
}

function routeTo({ kind, id, contractId, partnerId }: Findable): Route {
  if (kind === "contract") return { page: "contract", contractId: id };
  if (contractId === null || partnerId === null) return { page: "own-account", accountId: id };
  return kind === "partner"
    ? { page: "partner", contractId, partnerId: id }
    : { page: "account", contractId, partnerId, accountId: id };
}
