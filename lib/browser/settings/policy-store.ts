import { browser } from "wxt/browser";
import { checkPolicy } from "../../tasks/settings/check-policy";
import { NO_POLICY, type Policy } from "../../tasks/settings/policy";

/** What Firefox says where nobody manages the extension; Chromium answers with nothing then. */
const UNMANAGED = /manifest not found/i;

/**
 * What the organisation decided, read anew each time: it may change while the browser runs.
 *
 * @throws where it is there and cannot be read: whatever depends on it must not go on then.
 */
export async function readPolicy(): Promise<Policy> {
  try {
    return checkPolicy(await browser.storage.managed.get());
  } catch (error) {
    if (error instanceof Error && UNMANAGED.test(error.message)) return NO_POLICY;
    throw error;
  }
}

/**
 * Call in the worker's first turn. Of this area alone: who listens to all of them is brought every
 * row that the second copy gets, as it was and as it is, and a save waits for that.
 */
export function onPolicyChange(listener: () => void): void {
  browser.storage.managed.onChanged.addListener(() => listener());
}
