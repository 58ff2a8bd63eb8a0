import { type Anchor, macOf, readAnchor } from "./anchor";
import { boundTo } from "./envelope";
import { parseRow } from "./format";
import { MANIFEST_KEY, readManifest } from "./manifest";
import { mirrorManifest } from "./mirror";
import type { SecondPlace } from "./second-place";
import type { VaultDb } from "./vault-db";

/** What an unlock compares and needs no key to read. */
export interface ThreeLists {
  /** What stands at {@link MANIFEST_KEY}. */
  stored: unknown;
  /** The same of the second copy; `null` where that cannot be read. */
  other: unknown;
  anchor: Anchor | null;
}

interface Places {
  db: VaultDb;
  second: SecondPlace;
}

type BothCopies = Omit<ThreeLists, "anchor">;

/**
 * Reads the lists before the key is there. The manifests of a large vault take longer to read than
 * everything else an unlock does behind the derivation, and a derivation holds up whatever is read
 * beside it; so both copies may be read ahead, while the person still types.
 */
export class EarlyLook {
  readonly #places: Places;
  #ahead: Promise<BothCopies | null> | null = null;

  constructor(places: Places) {
    this.#places = places;
  }

  /** Nothing depends on it: what cannot be read now is read at the unlock. */
  async readAhead(): Promise<void> {
    this.#ahead = readCopies(this.#places).catch(() => null);
    // Read anew at the unlock, but found sooner then.
    readAnchor(this.#places.second).catch(() => null);
    const row = parseRow((await this.#ahead)?.stored);
    // Both are remembered by the manifest's text.
    if (row) await Promise.all([readManifest(row), boundTo(row)]);
  }

  /** The lists of this moment. What was read ahead counts only while the anchor names that very state. */
  async take(): Promise<ThreeLists> {
    const [anchor, ahead] = await Promise.all([readAnchor(this.#places.second), this.#ahead]);
    const row = parseRow(ahead?.stored);
    if (ahead && row && anchor?.mac === macOf(row)) return { ...ahead, anchor };
    this.#ahead = null;
    return readLists(this.#places);
  }

  /** The vault is open: what comes from here on changes the lists. */
  forget(): void {
    this.#ahead = null;
  }
}

export async function readLists(places: Places): Promise<ThreeLists> {
  const [anchor, copies] = await Promise.all([readAnchor(places.second), readCopies(places)]);
  return { ...copies, anchor };
}

async function readCopies({ db, second }: Places): Promise<BothCopies> {
  const [stored, other] = await Promise.all([
    db.get("rows", MANIFEST_KEY),
    mirrorManifest(second).catch(() => null),
  ]);
  return { stored, other };
}
