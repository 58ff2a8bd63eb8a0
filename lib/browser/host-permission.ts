import { browser } from "wxt/browser";
import type { ApiHost } from "../api/api-host";

/**
 * Asks the person to let us reach a host of the API, in the turn of their click; `false` when they
 * said no. Chromium grants the usual host with the installation; Firefox leaves that to the person.
 */
export function askForApiHost(host: ApiHost): Promise<boolean> {
  return browser.permissions.request(originsOf(host));
}

/** Whether the browser lets us reach it: the person may withdraw that at any time. */
export function mayReach(host: string): Promise<boolean> {
  return browser.permissions.contains(originsOf(host));
}

const originsOf = (host: string) => ({ origins: [`https://${host}/*`] });
