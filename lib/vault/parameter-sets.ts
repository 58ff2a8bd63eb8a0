/**
 * Costs of Argon2id by name. A slot names one of these and never brings numbers of its own, so a
 * tampered row can neither cheapen the derivation nor ask for the whole memory.
 *
 * The second set is the least that is accepted (OWASP Password Storage Cheat Sheet); the first is
 * RFC 9106's second recommendation with one lane, because the implementation has one thread.
 */
export const PARAMETER_SETS = {
  "argon2id-64m-3-1": { memoryKiB: 64 * 1024, passes: 3, lanes: 1 },
  "argon2id-19m-2-1": { memoryKiB: 19 * 1024, passes: 2, lanes: 1 },
} as const;

export type ParameterSet = keyof typeof PARAMETER_SETS;

/** New slots use it, and a slot with another one is replaced at the next unlock. */
export const CURRENT_SET: ParameterSet = "argon2id-64m-3-1";

export function isParameterSet(name: unknown): name is ParameterSet {
  return typeof name === "string" && Object.hasOwn(PARAMETER_SETS, name);
}
