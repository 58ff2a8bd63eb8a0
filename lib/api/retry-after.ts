/**
 * Reads a `Retry-After` header: whole seconds, or an HTTP date.
 *
 * @returns Milliseconds from `nowMs`, never negative; `null` when absent or unreadable.
 */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  if (!/^[A-Z][a-z]{2,8}, .{10,40} GMT$/.test(text)) return null;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}
