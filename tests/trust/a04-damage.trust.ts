import { cp, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { freshProfile } from "../e2e/browser.ts";
import { keyNumber, openAttacked, PASSPHRASE } from "./attacked-browser.ts";
import { progress, randomFrom, record, SEED, scaled } from "./figure.ts";

const KINDS = ["first", "second", "both"] as const;
const RUNS = scaled(60, KINDS.length);
const KEYS = 12;

it("mends one damaged copy and names what two have lost", async () => {
  const random = randomFrom(SEED);
  const whole = await freshProfile();
  const maker = await openAttacked(whole);
  const place = await maker.chromium.browser.version();
  await maker.ask("createVault", PASSPHRASE);
  for (let at = 0; at < KEYS; at++)
    await maker.ask("addKey", { ...keyNumber(at), end: { kind: "unknown" } });
  await maker.chromium.close();

  const wrong: string[] = [];
  const counts = { back: 0, named: 0, gone: 0, whole: 0 };
  const told = progress("A4", RUNS);
  for (let run = 1; run <= RUNS; run++) {
    const kind = KINDS[run % 3] ?? "first";
    const profile = await freshProfile();
    await cp(whole, profile, { recursive: true });
    const folders = (await storeFolders(profile)).filter(
      ({ copy }) => kind === "both" || copy === kind,
    );
    for (const { path } of folders) await damage(path, random);
    const browser = await openAttacked(profile);
    const when = `${kind}, run ${run}`;
    const isOpen = await browser.ask("unlock", PASSPHRASE).catch((error: Error) => error);
    if (isOpen === true) {
      // The comparison goes on behind the answer.
      await new Promise((resolve) => setTimeout(resolve, 700));
      const seen = await browser.look();
      const missing = KEYS - seen.keys.filter(({ token }) => token !== null).length;
      if (kind !== "both" && (missing > 0 || seen.damaged.length > 0))
        wrong.push(`${when}: ${missing} keys missing, ${seen.damaged.length} rows damaged`);
      // Every key that is missing is named, or the whole vault is called an older copy.
      if (missing > 0 && seen.damaged.length < missing && seen.state !== "older")
        wrong.push(`${when}: ${missing} missing, only ${seen.damaged.length} named`);
      if (missing === 0) counts[seen.findings.length > 0 ? "back" : "whole"] += 1;
      else counts.named += 1;
    } else {
      counts.gone += 1;
      const { state } = await browser.look();
      if (kind !== "both") wrong.push(`${when}: did not open (${state}, ${String(isOpen)})`);
      else if (state === "none" || isOpen === false)
        wrong.push(`${when}: silent (${state}, ${String(isOpen)})`);
    }
    await browser.chromium.close();
    await rm(profile, { recursive: true, force: true });
    told(run);
  }
  await rm(whole, { recursive: true, force: true });
  record({
    id: "A4",
    figure: `${RUNS} damaged profiles (a third each: first copy, second copy, both): ${counts.back} mended and told, ${counts.whole} whole without a word, ${counts.named} with the exact list of what is lost, ${counts.gone} called damaged or gone; ${wrong.length} silent or wrong`,
    holds: wrong.length === 0,
    open: "",
    place,
  });
  expect(wrong).toEqual([]);
});

/** The folders in which Chromium keeps the two copies. */
async function storeFolders(profile: string) {
  const base = join(profile, "Default");
  const found: { copy: "first" | "second"; path: string }[] = [];
  for (const folder of await readdir(join(base, "IndexedDB")))
    if (folder.startsWith("chrome-extension_") && folder.endsWith(".leveldb"))
      found.push({ copy: "first", path: join(base, "IndexedDB", folder) });
  for (const folder of await readdir(join(base, "Local Extension Settings")))
    found.push({ copy: "second", path: join(base, "Local Extension Settings", folder) });
  return found;
}

/** One to three places of the store's data files are overwritten, cut off, or the file is deleted. */
async function damage(folder: string, random: (below: number) => number): Promise<void> {
  const files = (await readdir(folder)).filter((name) => /\.(log|ldb)$/.test(name));
  for (let times = 0; times <= random(3); times++) {
    const path = join(folder, files[random(files.length)] ?? "");
    const size = await stat(path).then(
      (found) => found.size,
      () => 0,
    );
    if (size === 0) continue;
    const how = random(5);
    if (how === 0) await rm(path);
    else {
      const file = await open(path, "r+");
      if (how === 1) await file.truncate(random(size));
      else {
        const length = 1 + random(how === 2 ? 1 : 4096);
        const noise = Buffer.from(Array.from({ length }, () => random(256)));
        await file.write(noise, 0, length, random(size));
      }
      await file.close();
    }
  }
}
