import { useState } from "preact/hooks";
import type { Site } from "../lib/tasks/sites";
import { t, type WordName } from "../lib/words/words";
import { FailureNotice } from "./FailureNotice";
import { Notice } from "./Notice";
import { useAction } from "./use-action";

const WITHOUT: Record<Site, WordName> = {
  console: "siteAccess.withoutConsole",
  api: "siteAccess.withoutApi",
};

/** Which sites the browser keeps from the extension, what cannot be done without them, and the way to change it. */
export function SiteAccess({
  missing,
  onAllow,
}: {
  missing: readonly Site[];
  /** `false` when the person said no to the browser. */
  onAllow: () => Promise<boolean>;
}) {
  const [isRefused, setRefused] = useState(false);
  const asking = useAction(async () => setRefused(!(await onAllow())));
  return (
    <Notice kind="alert">
      {missing.map((site) => t(WITHOUT[site])).join(" ")}{" "}
      <button type="button" class="link" onClick={() => void asking.run()}>
        {t("siteAccess.allow")}
      </button>
      {isRefused && ` ${t("siteAccess.refused")}`}
      {asking.failure && <FailureNotice failure={asking.failure} />}
    </Notice>
  );
}
