import type { FormLimits } from "../../page/form-limits";
import type { Vault } from "../../vault/vault";
import type { Documents } from "../../vault/vault-reader";

/** The limits of the console's form as it was seen last. */
export interface KnownLimits extends FormLimits {
  /** ISO instant. */
  seenAt: string;
}

/** The limit of the console's form that a wish does not keep. */
export type BrokenLimit =
  | { kind: "longest"; most: number }
  | { kind: "earliest" | "latest"; at: string }
  /** In the form's own words. */
  | { kind: "said"; words: string };

const NAME = "form-limits";
const LONGEST_WORDS = 200;
const MOST_CHARACTERS = 100_000;
/** Words count days roughly; whoever asks for a day more may still be let through by the console. */
const WORDS_DOUBT_MS = 86_400_000;

export async function readFormLimits(vault: Documents): Promise<KnownLimits | null> {
  const stored = (await vault.document("settings", NAME)) as Partial<KnownLimits> | null;
  const limits = checkLimits(stored);
  return limits && typeof stored?.seenAt === "string" ? { ...limits, seenAt: stored.seenAt } : null;
}

/** While the vault is locked nothing is noted; the form says it again the next time. */
export async function putFormLimits(
  vault: Vault,
  limits: FormLimits,
  nowMs: number,
): Promise<void> {
  if ((await vault.state()) !== "open") return;
  await vault.putDocument("settings", NAME, { ...limits, seenAt: new Date(nowMs).toISOString() });
}

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

/** Checks what came from the console's page, field by field; `null` when it is no such thing. */
export function checkLimits(sent: unknown): FormLimits | null {
  if (typeof sent !== "object" || sent === null) return null;
  const { longest, earliest, latest, said } = sent as Record<string, unknown>;
  const isLength = (value: unknown): value is number =>
    Number.isInteger(value) && (value as number) > 0 && (value as number) <= MOST_CHARACTERS;
  if (longest !== null && !isLength(longest)) return null;
  if (!isInstantOrNone(earliest) || !isInstantOrNone(latest)) return null;
  const words = checkSaid(said);
  return words === undefined ? null : { longest, earliest, latest, said: words };
}

function checkSaid(sent: unknown): FormLimits["said"] | undefined {
  if (sent === null) return null;
  if (typeof sent !== "object") return undefined;
  const { words, latest } = sent as Record<string, unknown>;
  if (typeof words !== "string" || words.length > LONGEST_WORDS) return undefined;
  return typeof latest === "string" && isInstantOrNone(latest) ? { words, latest } : undefined;
}

function isInstantOrNone(sent: unknown): sent is string | null {
  return sent === null || (typeof sent === "string" && !Number.isNaN(Date.parse(sent)));
}
