import { tn } from "../../lib/words/words";
import { HERE, Said } from "../frame/Said";
import { Icon } from "../Icon";

export function waitingWords(count: number): string {
  return tn("waiting.count", count);
}

/** While the vault is locked only the number of held keys is known. */
export function WaitingCount({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p class="waiting-count" role="status">
      <Icon name="inbox" />
      <span>
        <Said words={tn("waiting.sealed", count, ...HERE)}>
          <strong>{waitingWords(count)}</strong>
        </Said>
      </span>
    </p>
  );
}
