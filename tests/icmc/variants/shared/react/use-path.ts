import { useSyncExternalStore } from "react";
import { onRoute } from "../route.ts";

/** The path shown now; the component is drawn again when it changes. */
export function usePath(): string {
  return useSyncExternalStore(onRoute, () => location.pathname);
}
