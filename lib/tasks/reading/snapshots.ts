import type { Vault } from "../../vault/vault";
import { changePacked, putPacked, readPacked } from "./packed-document";

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

/** Answers that come together, as those of one page do, are all kept: one after the other. */
export function putRecent<T>(
  vault: Vault,
  keyId: string,
  name: string,
  snapshot: Snapshot<T>,
): Promise<void> {
  const keep = () =>
    changePacked<Recent>(vault, `recent@${keyId}`, (recent) => {
      const others = (recent ?? []).filter(([own]) => own !== name);
      return [[name, snapshot] as Recent[number], ...others].slice(0, RECENT);
    });
  // Another view may keep one, too: the vault sees to that, and begins anew. Here nobody needs to.
  const kept = (lastKept.get(vault) ?? Promise.resolve()).then(keep);
  lastKept.set(
    vault,
    kept.catch(() => undefined),
  );
  return kept;
}

const lastKept = new WeakMap<Vault, Promise<void>>();
