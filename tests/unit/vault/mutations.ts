import type { ApiKey } from "../../../lib/keys/api-key";
import { canonicalJson } from "../../../lib/vault/canonical-json";
import { NIL_UUID, type Row } from "../../../lib/vault/format";
import { type Disk, factsOf, imageOf, newPlace, PASSPHRASE, placeFrom } from "./place";

const TYPED = ["DamagedVaultError", "NewerFormatError", "NoSuchKeyError"];

/** One vault, its past and a foreign one; made once by {@link prepareMutations}. */
let image: Disk;
let foreign: Row[];
let older: Row[];
let keys: ApiKey[];
let tokens: Map<string, string>;

export async function prepareMutations(): Promise<void> {
  const place = await newPlace();
  const vault = place.open();
  await vault.create(PASSPHRASE);
  for (let at = 0; at < 6; at++) await vault.addKey(`secret ${at}`, factsOf(`key ${at}`));
  await vault.putDocument("settings", "preferences", { keyInUse: "none" });
  older = (await imageOf(place)).rows as Row[];
  for (const { id } of await vault.keys()) await vault.updateKey(id, { notes: "changed" });
  await vault.putDocument("settings", "preferences", { keyInUse: "first" });
  keys = await vault.keys();
  tokens = new Map();
  for (const { id } of keys) tokens.set(id, await vault.token(id));
  image = await imageOf(place);

  const other = await newPlace();
  await other.open().create(PASSPHRASE);
  await other.open().addKey("foreign secret", factsOf("foreign"));
  foreign = (await imageOf(other)).rows as Row[];
}

/** What a damaged file, a careless tool or a thief may do to the rows of an unlocked vault. */
export const MUTATIONS: Record<string, (rows: Row[], pick: (count: number) => number) => void> = {
  "a bit flipped in a field": (rows, pick) => {
    const row = at(rows, pick) as unknown as Record<string, unknown>;
    const field = at(Object.keys(row), pick);
    row[field] = flipped(row[field], pick);
  },
  "two rows exchanged": (rows, pick) => {
    const [a, b] = [at(rows, pick), at(rows, pick)];
    [a.ciphertext, b.ciphertext] = [b.ciphertext, a.ciphertext];
    [a.nonce, b.nonce] = [b.nonce, a.nonce];
  },
  "two parts exchanged": (rows, pick) => {
    const row = at(
      rows.filter(({ kind }) => kind === "record"),
      pick,
    );
    const other = rows.find(({ id, part }) => id === row.id && part !== row.part) as Row;
    [row.part, other.part] = [other.part, row.part];
  },
  "a row deleted": (rows, pick) => void rows.splice(pick(rows.length), 1),
  "a row doubled under another id": (rows, pick) =>
    void rows.push({ ...at(rows, pick), id: crypto.randomUUID() }),
  "an old revision put back": (rows, pick) => {
    const old = at(older, pick);
    const place = rows.findIndex(
      ({ kind, id, part }) => `${kind}${id}${part}` === `${old.kind}${old.id}${old.part}`,
    );
    rows[place] = old;
  },
  "a row of another vault added": (rows, pick) => void rows.push(at(foreign, pick)),
  "a row of another vault in place of ours": (rows, pick) => {
    const row = at(rows, pick);
    const { kind, id, part } = row;
    Object.assign(row, at(foreign, pick), { kind, id, part });
  },
  "bytes cut off": (rows, pick) => {
    const row = at(rows, pick);
    row.ciphertext = row.ciphertext.slice(0, pick(row.ciphertext.length));
  },
  "a field of another type": (rows, pick) => {
    const row = at(rows, pick) as unknown as Record<string, unknown>;
    const field = at(
      ["format", "suite", "vaultId", "revision", "generation", "clear", "nonce", "ciphertext"],
      pick,
    );
    row[field] = at(
      [null, undefined, -1, 1.5, "1", {}, [], true, new Uint8Array(3), 2 ** 60],
      pick,
    );
  },
  "a field too many": (rows, pick) => {
    (at(rows, pick) as unknown as Record<string, unknown>).extra = 1;
  },
  "a field missing": (rows, pick) => {
    const row = at(rows, pick) as unknown as Record<string, unknown>;
    delete row[
      at(
        ["format", "suite", "vaultId", "revision", "generation", "clear", "nonce", "ciphertext"],
        pick,
      )
    ];
  },
};

/**
 * Applies one mutation to a copy of the vault and looks at what is left of it.
 *
 * @param numbers - Choose what is hit.
 */
export async function mutateAndLook(name: string, numbers: readonly number[]): Promise<void> {
  const mutate = MUTATIONS[name] as (typeof MUTATIONS)[string];
  const changed = structuredClone(image);
  const rows = changed.rows as Row[];
  let next = 0;
  mutate(rows, (count) => (numbers[next++ % numbers.length] ?? 0) % count);
  await expectOnlyTruth(changed, touchedIds(image.rows as Row[], rows));
}

async function expectOnlyTruth(changed: Disk, touched: Set<string>): Promise<void> {
  const place = await placeFrom(changed);
  const vault = place.open();
  const listed = await typed(() => vault.keys());
  const damaged = await typed(() => vault.damagedRows());
  // The whole list is refused only where the manifest itself says "newer".
  if (!(listed instanceof Error)) {
    for (const key of listed) must(has(keys, key), "a key was listed that nobody wrote");
    // An old manifest disowns newer rows; they are named as damaged then.
    const untouched = touched.has(NIL_UUID) ? [] : keys.filter(({ id }) => !touched.has(id));
    for (const key of untouched) must(has(listed, key), "an untouched key is missing");
    must(new Set(listed.map(({ id }) => id)).size === listed.length, "a key was listed twice");
  }
  for (const { id } of keys) {
    const token = await typed(() => vault.token(id));
    if (!(token instanceof Error)) must(token === tokens.get(id), "another token came back");
    else must(touched.has(NIL_UUID) || touched.has(id), "an untouched token does not open");
  }
  const document = await typed(() => vault.document("settings", "preferences"));
  if (!(document instanceof Error))
    must(has([{ keyInUse: "first" }], document), "another document came back");
  if (touched.size > 0 && !(damaged instanceof Error))
    must(damaged.length > 0, "the change went unnoticed");
  const { name } = place.db;
  place.db.close();
  indexedDB.deleteDatabase(name);
}

/** Says no without a test framework: this runs in pages too. */
function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}

function has(list: readonly unknown[], wanted: unknown): boolean {
  return list.some((one) => canonicalJson(one) === canonicalJson(wanted));
}

/** The answer, or an error of the vault's own; anything else fails the test. */
async function typed<T>(ask: () => Promise<T>): Promise<T | Error> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Error && TYPED.includes(error.name)) return error;
    throw error;
  }
}

function touchedIds(before: Row[], after: Row[]): Set<string> {
  const texts = (rows: Row[]) =>
    new Map(rows.map((row) => [`${row.kind} ${row.part} ${row.id}`, JSON.stringify(row)]));
  const [old, now] = [texts(before), texts(after)];
  const places = [...new Set([...old.keys(), ...now.keys()])];
  const changed = places.filter((place) => old.get(place) !== now.get(place));
  return new Set(changed.map((place) => place.split(" ")[2] ?? ""));
}

function flipped(value: unknown, pick: (count: number) => number): unknown {
  if (typeof value === "number") return value ^ (1 << pick(8));
  if (typeof value === "string") {
    const place = pick(value.length);
    const letter = String.fromCharCode(value.charCodeAt(place) ^ (1 << pick(5)));
    return value.slice(0, place) + letter + value.slice(place + 1);
  }
  const bytes = (value as Uint8Array).slice();
  const place = pick(bytes.length);
  bytes[place] = (bytes[place] ?? 0) ^ (1 << pick(8));
  return bytes;
}

function at<T>(list: T[], pick: (count: number) => number): T {
  return list[pick(list.length)] as T;
}
