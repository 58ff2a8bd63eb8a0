/** Hosts a key may be sent to; nothing else ever gets one. */
export const API_HOSTS = [
  "api.partner.impossiblecloud.com",
  "api.partner.eu-central-2.impossiblecloud.com",
  "api.partner.eu-west-1.impossiblecloud.com",
] as const;

/** Whether keys or data are bound to one region's host is not published; this one serves all accounts. */
export const DEFAULT_API_HOST: ApiHost = API_HOSTS[0];

export type ApiHost = (typeof API_HOSTS)[number];

/** Exact comparison: no port, no trailing dot, no capital letters, no look-alikes. */
export function isApiHost(host: string): host is ApiHost {
  return (API_HOSTS as readonly string[]).includes(host);
}
