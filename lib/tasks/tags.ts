import type { ApiKey } from "../keys/api-key";
import type { Vault } from "../vault/vault";

const MOST_TAGS = 40;
const LONGEST_TAG = 80;

/** Where a key is used, in the person's own words; written one below the other or with commas. */
function tagsIn(text: string): string[] {
  const tags = text
    .split(/[\n,;]+/)
    .map((tag) => tag.toWellFormed().replace(/\s+/g, " ").trim().slice(0, LONGEST_TAG))
    .filter(Boolean);
  return [...new Set(tags)].slice(0, MOST_TAGS);
}

export function putTags(vault: Vault, keyId: string, tags: string[]): Promise<ApiKey> {
  return vault.updateKey(keyId, { tags: tagsIn(tags.join("\n")) });
}
