import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

const WAIT_MS = 10_000;

/** The whole file that ends so, once it has come. Firefox makes an empty one first and writes beside it. */
export async function downloaded(folder: string, ending: string): Promise<string> {
  const deadlineMs = Date.now() + WAIT_MS;
  while (Date.now() < deadlineMs) {
    const names = await readdir(folder);
    const name = names.find((one) => one.endsWith(ending));
    const isComing = names.some((one) => /\.(part|crdownload)$/.test(one));
    if (name && !isComing && (await stat(join(folder, name))).size > 0) return join(folder, name);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no ${ending} was downloaded, but: ${await readdir(folder)}`);
}
