import type { ApiKey } from "../../lib/keys/api-key";

/** Ten thousand texts are folded once, and not again with every letter typed. */
const texts = new WeakMap<ApiKey, string>();

/** Every word typed must stand somewhere in the key's description, tags, notes or host. */
export function searchKeys(keys: ApiKey[], query: string): ApiKey[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return keys;
  return keys.filter((key) => {
    const text =
      texts.get(key) ?? fold([key.description, key.notes, key.apiHost, ...key.tags].join(" "));
    texts.set(key, text);
    return words.every((word) => text.includes(word));
  });
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
