import type { ApiKey } from "../../lib/keys/api-key";

/** Every word typed must stand somewhere in the key's description, tags, notes or host. */
export function searchKeys(keys: ApiKey[], query: string): ApiKey[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return keys;
  return keys.filter((key) => {
    const text = fold([key.description, key.notes, key.apiHost, ...key.tags].join(" "));
    return words.every((word) => text.includes(word));
  });
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
