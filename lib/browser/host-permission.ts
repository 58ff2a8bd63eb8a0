import { browser } from "wxt/browser";
import type { ApiHost } from "../api/api-host";

/**
 * Asks the person to let us reach a host of the API, in the turn of their click; `false` when they
 * said no. The usual host is granted with the installation.
 */
export function askForApiHost(host: ApiHost): Promise<boolean> {
  return browser.permissions.request({ origins: [`https://${host}/*`] });
}
