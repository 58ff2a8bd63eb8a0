import { readFileSync } from "node:fs";
import { join } from "node:path";

const OUTPUT = join(import.meta.dirname, "..", "..", ".output");
const HOSTS = [
  "https://partner.impossiblecloud.com/*",
  "https://api.partner.impossiblecloud.com/*",
];
const LISTED = ["storage", "alarms", "unlimitedStorage", "clipboardWrite"];
const OPTIONAL = ["notifications", "idle"];
/** Asked for beyond the design's list, each with its reason in `wxt.config.ts`. */
export const BEYOND = { "chrome-mv3": ["offscreen"], "firefox-mv3": [] } as const;
const CSP_LOCKED = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** What a built manifest asks for beyond the list, or lacks of it, in words. */
export function manifestFaults(build: keyof typeof BEYOND): string[] {
  const wrong: string[] = [];
  const manifest = JSON.parse(readFileSync(join(OUTPUT, build, "manifest.json"), "utf8"));
  const permitted = [...LISTED, ...BEYOND[build], ...HOSTS];
  for (const one of [...manifest.permissions, ...(manifest.host_permissions ?? [])])
    if (!permitted.includes(one)) wrong.push(`${build} asks for ${one}`);
  for (const one of manifest.optional_permissions ?? [])
    if (!OPTIONAL.includes(one)) wrong.push(`${build} may ask for ${one}`);
  for (const host of manifest.optional_host_permissions ?? [])
    if (!/^https:\/\/api\.partner\.[a-z0-9-]+\.impossiblecloud\.com\/\*$/.test(host))
      wrong.push(`${build} may ask for ${host}`);
  for (const name of ["web_accessible_resources", "externally_connectable"])
    if (manifest[name] !== undefined) wrong.push(`${build} has ${name}`);
  if (manifest.incognito !== "not_allowed") wrong.push(`${build} runs in private windows`);
  const csp = String(manifest.content_security_policy?.extension_pages ?? "").split("; ");
  for (const directive of CSP_LOCKED)
    if (!csp.includes(directive)) wrong.push(`${build} lacks ${directive}`);
  const rest = csp.filter((one) => !CSP_LOCKED.includes(one));
  const isOnlyConnect =
    rest.length === 1 && rest[0]?.startsWith("connect-src https://api.partner.");
  if (!isOnlyConnect) wrong.push(`${build} adds ${rest.join("; ")}`);
  const scripts = manifest.content_scripts as { matches: string[] }[];
  if (scripts.some(({ matches }) => matches.join() !== HOSTS[0]))
    wrong.push(`${build} runs elsewhere`);
  return wrong;
}
