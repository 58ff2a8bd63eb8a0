import { useEffect, useState } from "preact/hooks";
import type { Site } from "../../lib/tasks/sites";

export interface MissingSites {
  sites: readonly Site[];
  /** Has to be called in the turn of a click; `false` when the person said no. */
  onAllow: () => Promise<boolean>;
}

/** The sites the browser keeps from us at this moment; `null` for none, and until it has answered. */
export function useMissingSites(): MissingSites | null {
  const [missing, setMissing] = useState<MissingSites | null>(null);
  useEffect(() => {
    let isOver = false;
    let stop: (() => void) | undefined;
    // Behind the first picture: hardly anybody misses one.
    void import("../../lib/browser/site-access").then(({ askForSites, followMissingSites }) => {
      if (isOver) return;
      stop = followMissingSites((sites) =>
        setMissing(sites.length > 0 ? { sites, onAllow: askForSites } : null),
      );
    });
    return () => {
      isOver = true;
      stop?.();
    };
  }, []);
  return missing;
}
