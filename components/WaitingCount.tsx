import { Icon } from "./Icon";

export function waitingWords(count: number): string {
  return count === 1 ? "1 key waiting" : `${count} keys waiting`;
}

/** While the vault is locked only the number of held keys is known. */
export function WaitingCount({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p class="waiting-count" role="status">
      <Icon name="inbox" />
      <span>
        <strong>{waitingWords(count)}</strong>, sealed and safe. Unlock to save{" "}
        {count === 1 ? "it" : "them"}.
      </span>
    </p>
  );
}
