import { useCallback, useEffect, useState } from "preact/hooks";
import { SelfCheck } from "../../components/self-check/SelfCheck";
import { anyConsolePage, extensionVersion } from "../../lib/browser/console/console-page";
import type { PageReport } from "../../lib/messages";

/** The self-check with what it looks at. */
export function SelfCheckPlace() {
  const [page, setPage] = useState<PageReport | "not-reached" | null>();
  const look = useCallback(() => void anyConsolePage().then(setPage), []);
  useEffect(look, [look]);
  return (
    <SelfCheck
      page={page}
      version={extensionVersion()}
      onLook={look}
      onCopyText={(text) => navigator.clipboard.writeText(text)}
    />
  );
}
