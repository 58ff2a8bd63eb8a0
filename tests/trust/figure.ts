import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";

/** Where a run leaves its figures; thrown away with the build. A short run has another place. */
export const FIGURES =
  process.env.TRUST_FIGURES ?? join(import.meta.dirname, "..", "..", ".output", "trust");
/** The same numbers every time; another seed for another hunt: `TRUST_SEED=7 npm run trust`. */
export const SEED = Number(process.env.TRUST_SEED ?? 20270301);

export interface Figure {
  id: string;
  /** What was counted, in one line. */
  figure: string;
  holds: boolean;
  /** Why it is known not to hold; without it, a row that fails makes `npm test` fail. */
  knownToFail?: string;
  /** What of the row is not shown by this, and why; empty when it is shown whole. */
  open: string;
  seconds: number;
  /** Browser and version, or Node's. */
  place: string;
  /** When and of what it was taken; rows may be run one by one. */
  run?: RunMark;
}

/** A day and a minute (UTC) and a short commit, with a plus behind it where files were changed since. */
export interface RunMark {
  day: string;
  /** When it began. */
  time?: string;
  commit: string;
  /** How many processes wanted each core in the minute before it began, and in the one before its end. */
  load?: [number, number];
}

export function runMark(): RunMark {
  const said = (...args: string[]) =>
    spawnSync("git", args, { cwd: import.meta.dirname, encoding: "utf8" }).stdout.trim();
  // The table itself is written by the run.
  const changed = said("status", "--porcelain", "--", ":/", ":(top,exclude)SECURITY.md");
  const commit = said("rev-parse", "--short=7", "HEAD");
  const [day = "", time = ""] = new Date().toISOString().split("T");
  return { day, time: time.slice(0, 5), commit: changed === "" ? commit : `${commit}+` };
}

/** Processes that want a core, for each core there is; 0 where the system does not tell. */
export function loadNow(): number {
  return Math.round((10 * (loadavg()[0] ?? 0)) / cpus().length) / 10;
}

const startedAtMs = performance.now();

/** Writes a row's figure down; call it once, also when it does not hold. */
export function record(row: Omit<Figure, "seconds" | "run">): void {
  mkdirSync(FIGURES, { recursive: true });
  const seconds = Math.round((performance.now() - startedAtMs) / 1000);
  const part = SCALE === 1 ? "" : `run at ${Math.round(SCALE * 100)} % of the full number`;
  const open = [part, row.open].filter(Boolean).join("; ");
  writeFileSync(
    join(FIGURES, `${row.id}.json`),
    JSON.stringify({ ...row, open, seconds }, null, 2),
  );
}

/** A fraction of the full number, for trying a row out: `TRUST_SCALE=0.05 npm run trust`. */
const SCALE = Number(process.env.TRUST_SCALE ?? 1);

/** So many of a full number; `least` is how few still show something. */
export function scaled(full: number, least = 1): number {
  return Math.max(least, Math.round(full * SCALE));
}

/** Prints how far a row is, ten times at most. */
export function progress(id: string, total: number): (done: number) => void {
  const step = Math.max(1, Math.ceil(total / 10));
  return (done) => {
    if (done % step === 0 || done === total) process.stdout.write(`  ${id}: ${done} of ${total}\n`);
  };
}

/** Numbers from a seed, the same on every machine. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export const NODE = `Node ${process.versions.node}`;
