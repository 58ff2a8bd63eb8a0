/** What a `copy` event puts on the clipboard: what the page set, otherwise what is selected. */
export function copiedText({ clipboardData }: ClipboardEvent): string {
  const set = clipboardData?.getData("text/plain");
  if (set) return set;
  const field = document.activeElement;
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    return field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0);
  }
  return getSelection()?.toString() ?? "";
}
