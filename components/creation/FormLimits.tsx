import { brokenLimit } from "../../lib/tasks/creation/broken-limit";
import type { KnownLimits } from "../../lib/tasks/creation/form-limits";
import { t } from "../../lib/words/words";
import { day } from "../dates";
import { Notice } from "../Notice";
import { knownLimitWords, limitWords } from "./limit-words";

/**
 * What the console's form took when it was seen last, and whether the wish keeps to that. It may
 * have changed since, so nothing is forbidden here: the open form is asked again before it is sent.
 */
export function FormLimits({
  limits,
  description,
  end,
}: {
  limits: KnownLimits;
  description: string;
  end: Date | null;
}) {
  const broken = brokenLimit({ description, expiresAt: end?.toISOString() ?? "" }, limits);
  const words = knownLimitWords(limits);
  if (broken)
    return (
      <Notice kind="status" tone="danger">
        {limitWords(broken)} {t("limit.seen", day(limits.seenAt))}
      </Notice>
    );
  if (words.length === 0) return null;
  return (
    <p class="quiet">
      {words.join(" ")} {t("limit.seen", day(limits.seenAt))}
    </p>
  );
}
