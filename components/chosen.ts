import { NO_POLICY, type Policy } from "../lib/tasks/settings/policy";
import { DEFAULT_SETTINGS, type Settings } from "../lib/tasks/settings/settings";

let chosen: Settings = DEFAULT_SETTINGS;
let policy: Policy = NO_POLICY;

/** To be called before anything is drawn, and again where a setting changes. */
export function drawWith(settings: Settings): void {
  chosen = settings;
}

/** What the person chose, for all that is drawn here. */
export function chosenSettings(): Settings {
  return chosen;
}

/** Known a moment after the first picture; whatever is forbidden is refused before as well. */
export function drawUnder(decided: Policy): void {
  policy = decided;
}

/** What the person's organisation decided. */
export function presentPolicy(): Policy {
  return policy;
}
