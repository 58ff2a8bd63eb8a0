import type { PageReport } from "../lib/messages";
import { Notice } from "./Notice";

/** Nobody misses these while no key is being made. */
const PASSING = new Set(["create form", "token place"]);

/** News about the console tab in front; silent when all was understood or another site is in front. */
export function PageNotice({
  page,
  onAddByHand,
}: {
  page: PageReport | "not-reached" | null;
  onAddByHand: () => void;
}) {
  if (page === null) return null;
  if (page === "not-reached")
    return (
      <Notice kind="status">
        Reload the console's tab before you create a key: it was opened before the extension was
        ready.
      </Notice>
    );
  if (!page.isApiKeysPage) return null;
  const missing = page.findings
    .filter(({ part, found }) => !found && !PASSING.has(part))
    .map(({ part }) => part.replace("column: ", "column for "));
  // A form or a new key may take the place of the list.
  const isCreating = page.findings.some(({ part, found }) => found && PASSING.has(part));
  const isListMissing = page.rows === 0 && missing.length > 0 && !isCreating;
  if (!isListMissing && page.unreadableRows === 0) return null;
  return (
    <Notice kind="status" tone="danger">
      {isListMissing
        ? `The API Keys page was not understood: no ${missing.join(", no ")}. A key shown there can still be kept by hand; the workspace's Self-check says what was recognised.`
        : `${page.unreadableRows} of ${page.rows} expiry dates on this page could not be read. The workspace's Self-check says what was recognised.`}{" "}
      <button type="button" class="link" onClick={onAddByHand}>
        Add key by hand
      </button>
    </Notice>
  );
}
