import type { Vault } from "../../vault/vault";
import { putPacked, readPacked } from "./packed-document";

/** What the API last answered, kept encrypted for the next first picture. */
export interface Snapshot<T> {
  /** ISO instant of the answer. */
  at: string;
  value: T;
}

/** Answers about single objects are kept for so many of those looked at last. */
const RECENT = 60;

/** One slot for each list that is wanted whole, such as a contract's partners. */
export function readSnapshot<T>(
  vault: Vault,
  keyId: string,
  name: string,
): Promise<Snapshot<T> | null> {
  return readPacked<Snapshot<T>>(vault, `${name}@${keyId}`);
}

export async function putSnapshot<T>(
  vault: Vault,
  keyId: string,
  name: string,
  snapshot: Snapshot<T>,
): Promise<void> {
  await putPacked(vault, `${name}@${keyId}`, snapshot);
}

type Recent = [name: string, snapshot: Snapshot<unknown>][];

/**
 * An answer about one object (members of a partner, usage of an account): all of them share one
 * document, or a distributor with hundreds of partners would fill the vault with small ones.
 */
export async function readRecent<T>(
  vault: Vault,
  keyId: string,
  name: string,
): Promise<Snapshot<T> | null> {
  const recent = (await readPacked<Recent>(vault, `recent@${keyId}`)) ?? [];
  return (recent.find(([own]) => own === name)?.[1] as Snapshot<T> | undefined) ?? null;
}

export async function putRecent<T>(
  vault: Vault,
  keyId: string,
  name: string,
  snapshot: Snapshot<T>,
): Promise<void> {
  const recent = (await readPacked<Recent>(vault, `recent@${keyId}`)) ?? [];
  const others = recent.filter(([own]) => own !== name);
  await putPacked(vault, `recent@${keyId}`, [[name, snapshot], ...others].slice(0, RECENT));
}
