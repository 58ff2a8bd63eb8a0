import type { FormLimits } from "../../page/form-limits";

/** The limit of the console's form that a wish does not keep. */
export type BrokenLimit =
  | { kind: "longest"; most: number }
  | { kind: "earliest" | "latest"; at: string }
  /** In the form's own words. */
  | { kind: "said"; words: string };

/** Words count days roughly; whoever asks for a day more may still be let through by the console. */
const WORDS_DOUBT_MS = 86_400_000;

/** The first limit a wish breaks; `null` when the form takes it, as far as it says. */
export function brokenLimit(
  wish: { description: string; expiresAt: string },
  { longest, earliest, latest, said }: FormLimits,
): BrokenLimit | null {
  const atMs = Date.parse(wish.expiresAt);
  if (longest !== null && wish.description.length > longest)
    return { kind: "longest", most: longest };
  if (latest !== null && atMs > Date.parse(latest)) return { kind: "latest", at: latest };
  if (earliest !== null && atMs < Date.parse(earliest)) return { kind: "earliest", at: earliest };
  if (said && atMs > Date.parse(said.latest) + WORDS_DOUBT_MS)
    return { kind: "said", words: said.words };
  return null;
}
