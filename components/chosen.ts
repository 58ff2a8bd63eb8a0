import { DEFAULT_SETTINGS, type Settings } from "../lib/tasks/settings/settings";

let chosen: Settings = DEFAULT_SETTINGS;

/** To be called before anything is drawn, and again where a setting changes. */
export function drawWith(settings: Settings): void {
  chosen = settings;
}

/** What the person chose, for all that is drawn here. */
export function chosenSettings(): Settings {
  return chosen;
}
