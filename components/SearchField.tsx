import type { Ref } from "preact";
import { Icon } from "./Icon";

export function SearchField({
  value,
  placeholder = "Search keys",
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
        aria-label="Search"
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
