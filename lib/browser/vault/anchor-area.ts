import type { CopyArea } from "../../vault/second-place";

/**
 * A few words in two places: beside the second copy, and in a file of the browser's private file
 * system. Seen with both LevelDB stores of a Chromium profile damaged at once: the words beside the
 * second copy went back in time together with it, or were gone, and the loss was silent.
 */
export function anchorArea(local: CopyArea): CopyArea {
  return {
    async get(names) {
      const [[first], spares] = await Promise.all([
        Promise.allSettled([local.get(names)]),
        Promise.all(names.map(readFile)),
      ]);
      const found = first.status === "fulfilled" ? first.value : {};
      return Object.fromEntries(names.map((name, at) => [name, later(found[name], spares[at])]));
    },
    names: (prefix) => local.names(prefix),
    async set(entries) {
      // The file is the spare: it never knows of more than the first place, and where it cannot be
      // written, the first place counts alone.
      await local.set(entries);
      await Promise.allSettled(Object.entries(entries).map((entry) => writeFile(...entry)));
    },
    async remove(names) {
      const folder = await navigator.storage.getDirectory();
      await Promise.allSettled(names.map((name) => folder.removeEntry(fileName(name))));
      await local.remove(names);
    },
  };
}

/** Of two words on the same vault, the one that knows more of it. */
function later(first: unknown, spare: unknown): unknown {
  if (!isWord(first)) return isWord(spare) ? spare : first;
  const isAhead =
    isWord(spare) && spare.vaultId === first.vaultId && spare.generation > first.generation;
  return isAhead ? spare : first;
}

function isWord(value: unknown): value is { vaultId: string; generation: number } {
  return (
    typeof value === "object" &&
    value !== null &&
    "vaultId" in value &&
    "generation" in value &&
    typeof value.generation === "number"
  );
}

/** Finding a file takes as long as reading it. */
const found = new Map<string, FileSystemFileHandle>();

/** `undefined` when there is none, or none that can be read: the vault then has no witness left. */
async function readFile(name: string): Promise<unknown> {
  const known = found.get(name);
  const [read] = await Promise.allSettled([
    (known ? contentOf(known) : Promise.reject()).catch(() => findFile(name).then(contentOf)),
  ]);
  return read.status === "fulfilled" ? read.value : undefined;
}

async function findFile(name: string): Promise<FileSystemFileHandle> {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(fileName(name));
  found.set(name, handle);
  return handle;
}

async function contentOf(handle: FileSystemFileHandle): Promise<unknown> {
  return JSON.parse(await (await handle.getFile()).text());
}

async function writeFile(name: string, value: unknown): Promise<void> {
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(fileName(name), { create: true });
  const file = await handle.createWritable();
  await file.write(JSON.stringify(value));
  await file.close();
}

function fileName(name: string): string {
  return `${name}.json`;
}
