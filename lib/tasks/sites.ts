/** The sites the extension cannot do its work without. */
export type Site = "console" | "api";

/** As the manifest names them. */
export const SITE_PATTERNS: Record<Site, string> = {
  console: "https://partner.impossiblecloud.com/*",
  api: "https://api.partner.impossiblecloud.com/*",
};
