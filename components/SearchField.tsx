import type { Ref } from "preact";
import { t } from "../lib/words/words";
import { Icon } from "./Icon";

export function SearchField({
  value,
  placeholder = t("search.keys"),
  onInput,
  onKeyDown,
  inputRef,
}: {
  value: string;
  placeholder?: string;
  onInput: (value: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  inputRef: Ref<HTMLInputElement>;
}) {
  return (
    <div class="search">
      <Icon name="search" />
      <input
        ref={inputRef}
        type="search"
        aria-label={t("search.label")}
        placeholder={placeholder}
        spellcheck={false}
        autoComplete="off"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
