import { t } from "../lib/words/words";
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
        // With an address of its own it works before any script does: `popup/index.html` has it, too.
        // biome-ignore lint/a11y/useSemanticElements: a button needs a script
        <a
          class="icon-button"
          role="button"
          href="/workspace.html"
          target="_blank"
          title={t("head.openWorkspace")}
          onClick={(event) => {
            event.preventDefault();
            onOpenWorkspace();
          }}
          onKeyDown={(event) => {
            if (event.key !== " ") return;
            event.preventDefault();
            onOpenWorkspace();
          }}
          rel="noopener"
        >
          <Icon name="workspace" />
          <span class="sr-only">{t("head.openWorkspace")}</span>
        </a>
      )}
      {onLock && (
        <button type="button" class="icon-button" title={t("head.lockNow")} onClick={onLock}>
          <Icon name="lock" />
          <span class="sr-only">{t("head.lockNow")}</span>
        </button>
      )}
    </header>
  );
}
