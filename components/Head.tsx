import { t } from "../lib/words/words";
import { Icon } from "./Icon";
import { Mark } from "./Mark";

/** Hides figures and names from those who see the screen too. */
export interface ShareSwitch {
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
}

/** The top line of popup and workspace. Actions that make no sense in the present state are absent. */
export function Head({
  onLock,
  onOpenWorkspace,
  share,
}: {
  onLock?: (() => void) | undefined;
  onOpenWorkspace?: (() => void) | undefined;
  share?: ShareSwitch | undefined;
}) {
  return (
    <header class="head">
      <Mark />
      <h1>ICMC Companion</h1>
      {share && (
        <button
          type="button"
          class="icon-button"
          title={t("head.share")}
          aria-pressed={share.isOn}
          onClick={() => share.onSwitch(!share.isOn)}
        >
          <Icon name="hidden" />
          <span class="sr-only">{t("head.share")}</span>
        </button>
      )}
      {share && onOpenWorkspace && (
        <a
          class="icon-button"
          href="/workspace.html#/settings"
          target="_blank"
          rel="noopener"
          title={t("places.settings")}
        >
          <Icon name="settings" />
          <span class="sr-only">{t("places.settings")}</span>
        </a>
      )}
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
