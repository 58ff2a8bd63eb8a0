import type { PagePart, PageReport } from "../lib/messages";
import { t, type WordName } from "../lib/words/words";
import { Notice } from "./Notice";

/** Nobody misses the others while no key is being made. */
const MISSING: Partial<Record<PagePart, WordName>> = {
  page: "pageNotice.noPage",
  heading: "pageNotice.noHeading",
  list: "pageNotice.noList",
  "column: expiry": "pageNotice.noExpiry",
  "column: created": "pageNotice.noCreated",
  "column: description": "pageNotice.noDescription",
};

/** News about the console tab in front; silent when all was understood or another site is in front. */
export function PageNotice({
  page,
  onAddByHand,
}: {
  page: PageReport | "not-reached" | null;
  onAddByHand: () => void;
}) {
  if (page === null) return null;
  if (page === "not-reached") return <Notice kind="status">{t("pageNotice.reload")}</Notice>;
  if (!page.isApiKeysPage) return null;
  const missing = page.findings.flatMap(({ part, found }) => (!found && MISSING[part]) || []);
  // A form or a new key may take the place of the list.
  const isCreating = page.findings.some(({ part, found }) => found && !MISSING[part]);
  const isListMissing = page.rows === 0 && missing.length > 0 && !isCreating;
  if (!isListMissing && page.unreadableRows === 0) return null;
  return (
    <Notice kind="status" tone="danger">
      {isListMissing
        ? t("pageNotice.notUnderstood", missing.map((name) => t(name)).join(", "))
        : t("pageNotice.unreadable", page.unreadableRows, page.rows)}{" "}
      <button type="button" class="link" onClick={onAddByHand}>
        {t("keys.addByHand")}
      </button>
    </Notice>
  );
}
