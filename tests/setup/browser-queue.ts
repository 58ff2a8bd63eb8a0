import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import type { Readable } from "node:stream";

const ROOT = join(import.meta.dirname, "..", "..");

/** The files of one browser, one after the other. */
export interface BrowserQueue {
  browser: "Chromium" | "Firefox";
  /** Of vitest.config.ts. */
  project: "e2e" | "e2e-firefox";
}

export const QUEUES: readonly BrowserQueue[] = [
  { browser: "Chromium", project: "e2e" },
  { browser: "Firefox", project: "e2e-firefox" },
];

export interface QueueOutcome {
  /** How many files ran; with names that no file has, none. */
  ran: number;
  /** Names of the files that failed; `null` when the run ended without a report. */
  failed: readonly string[] | null;
  /** What did not hold, each as `file: title, first line of the error`. */
  broken: readonly string[];
  /** Titles of promises that do not exist in this browser; each says why. */
  skipped: readonly string[];
  seconds: number;
}

interface Report {
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; status: string; failureMessages?: string[] }[];
  }[];
}

/**
 * Runs these files of a queue, all of them where none is named.
 *
 * @param prefix - Put before each line, so that two queues may speak at once.
 */
export async function runQueue(
  { project }: BrowserQueue,
  files: readonly string[],
  prefix = "",
): Promise<QueueOutcome> {
  const reportFile = join(ROOT, ".output", `browser-tests-${project}.json`);
  rmSync(reportFile, { force: true });
  const startedAtMs = performance.now();
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const child = spawn(
    "vitest",
    ["run", "--project", project, "--passWithNoTests", ...reporters, ...files],
    {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
      env: { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}) },
    },
  );
  const said = Promise.all([
    passOn(child.stdout, process.stdout, prefix),
    passOn(child.stderr, process.stderr, prefix),
  ]);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  await said;
  const seconds = Math.round((performance.now() - startedAtMs) / 1000);
  const results = readReport(reportFile)?.testResults ?? [];
  const failed = results.filter((file) => file.status !== "passed");
  return {
    ran: results.length,
    failed:
      status === 0 ? [] : failed.length > 0 ? failed.map(({ name }) => shortName(name)) : null,
    broken: failed.flatMap(({ name, assertionResults }) => {
      const promises = assertionResults.filter((one) => one.status === "failed");
      // A file can fall over before its first promise.
      if (promises.length === 0) return [shortName(name)];
      return promises.map(
        ({ fullName, failureMessages }) =>
          `${shortName(name)}: ${fullName}, ${failureMessages?.[0]?.split("\n")[0] ?? ""}`,
      );
    }),
    // Of a file that fell over, promises are skipped that do exist here.
    skipped: results
      .filter((file) => file.status === "passed")
      .flatMap(({ assertionResults }) => assertionResults)
      .filter((one) => one.status === "skipped" || one.status === "pending")
      .map(({ fullName }) => fullName),
    seconds,
  };
}

function shortName(file: string): string {
  return relative(ROOT, file).replaceAll("\\", "/");
}

/** Whole lines only: two that are written at once do not run into one another. */
async function passOn(from: Readable, to: NodeJS.WritableStream, prefix: string): Promise<void> {
  let begun = "";
  from.setEncoding("utf8");
  for await (const text of from) {
    const lines = `${begun}${text}`.split("\n");
    begun = lines.pop() ?? "";
    if (lines.length > 0) to.write(lines.map((line) => `${prefix}${line}\n`).join(""));
  }
  if (begun !== "") to.write(`${prefix}${begun}\n`);
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch (error) {
    // The runner itself fell over; its own words stand above.
    if (error instanceof SyntaxError || (error as { code?: string }).code === "ENOENT") return null;
    throw error;
  }
}
