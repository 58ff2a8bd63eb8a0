import { Icon } from "./Icon";
import { Mark } from "./Mark";

/** The top line of popup and workspace. Actions that make no sense in the present state are absent. */
export function Head({
  onLock,
  onOpenWorkspace,
}: {
  onLock?: (() => void) | undefined;
  onOpenWorkspace?: (() => void) | undefined;
}) {
  return (
    <header class="head">
      <Mark />
      <h1>ICMC Companion</h1>
      {onOpenWorkspace && (
        <button type="button" class="icon-button" title="Open workspace" onClick={onOpenWorkspace}>
          <Icon name="workspace" />
          <span class="sr-only">Open workspace</span>
        </button>
      )}
      {onLock && (
        <button type="button" class="icon-button" title="Lock now" onClick={onLock}>
          <Icon name="lock" />
          <span class="sr-only">Lock now</span>
        </button>
      )}
    </header>
  );
}
