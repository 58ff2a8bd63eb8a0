import type { Badge } from "../../lib/keys/badge";

/** One short text about a key's end. Colour only repeats what the text already says. */
export function ExpiryBadge({ badge }: { badge: Badge }) {
  return (
    <span class="badge" data-state={badge.state} title={badge.title}>
      {badge.words}
    </span>
  );
}
