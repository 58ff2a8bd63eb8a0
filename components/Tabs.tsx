import { useRef } from "preact/hooks";
import { t, type WordName } from "../lib/words/words";

/** A row of tabs as ARIA describes it: one stop for Tab, arrows move between them. */
export function Tabs<Name extends string>({
  tabs,
  chosen,
  onChoose,
}: {
  tabs: readonly [name: Name, words: WordName][];
  chosen: Name;
  onChoose: (name: Name) => void;
}) {
  const list = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const names = tabs.map(([name]) => name);
    const next = names[(names.indexOf(chosen) + step + names.length) % names.length] ?? chosen;
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#${tabId(next)}`)?.focus();
  }

  return (
    <div class="tabs" role="tablist" ref={list} onKeyDown={move}>
      {tabs.map(([name, words]) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={tabId(name)}
          aria-controls={panelId(name)}
          aria-selected={name === chosen}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {t(words)}
        </button>
      ))}
    </div>
  );
}

export function tabId(name: string): string {
  return `tab-${name}`;
}

export function panelId(name: string): string {
  return `panel-${name}`;
}
