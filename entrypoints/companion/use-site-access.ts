import { useEffect, useState } from "preact/hooks";
import { followMissingSites } from "../../lib/browser/site-access";
import type { Site } from "../../lib/tasks/sites";

const NONE: readonly Site[] = [];

/** The sites the browser keeps from us at this moment; none until it has answered. */
export function useMissingSites(): readonly Site[] {
  const [missing, setMissing] = useState(NONE);
  useEffect(() => followMissingSites(setMissing), []);
  return missing;
}
