import { Notice } from "./Notice";

const WORDS = {
  gone: "There was a vault on this computer, and it is gone: the browser's data was cleared, or the profile was changed. Your keys go on working in the console. Restore a backup before you create a new vault.",
  newer:
    "This vault was made by a newer version of ICMC Companion. Update the extension to open it; nothing was changed.",
  damaged:
    "The vault's files are damaged and do not fit together. Nothing was changed. Do not clear the browser's data; restore the profile from a backup of this computer if there is one.",
} as const;

export function Unusable({
  reason,
  onOpenWorkspace,
}: {
  reason: keyof typeof WORDS;
  /** Absent where the workspace is open already. */
  onOpenWorkspace?: (() => void) | undefined;
}) {
  return (
    <div class="panel">
      <Notice kind="alert">{WORDS[reason]}</Notice>
      {reason === "gone" && onOpenWorkspace && (
        <button type="button" class="primary" onClick={onOpenWorkspace}>
          Restore a backup
        </button>
      )}
    </div>
  );
}
