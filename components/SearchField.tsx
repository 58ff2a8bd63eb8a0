import type { Ref } from "preact";
import { Icon } from "./Icon";

export function SearchField({
  value,
  onInput,
  onKeyDown,
  inputRef,
}: {
  value: string;
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
        placeholder="Search keys"
        spellcheck={false}
        autoComplete="off"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
