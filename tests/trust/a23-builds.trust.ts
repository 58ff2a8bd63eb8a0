import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { NODE, record, scaled } from "./figure";

const ROOT = join(import.meta.dirname, "..", "..");
const MOST_PACKAGES = 10;
/** Held by tests/unit/packages.test.ts, which names them. */
const KNOWN_PACKAGES = 11;
const ALL_BUILDS = [
  ["build", "chrome-mv3"],
  ["build:firefox", "firefox-mv3"],
] as const;
/** A short run builds for Chromium only. */
const BUILDS = ALL_BUILDS.slice(0, scaled(ALL_BUILDS.length));

it("has few packages, and builds the same thing twice", () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const packages = Object.keys(dependencies).length;
  const differing: string[] = [];
  for (const [script, folder] of BUILDS) {
    const [one, other] = [built(script, folder), built(script, folder)];
    for (const file of new Set([...Object.keys(one), ...Object.keys(other)]))
      if (one[file] !== other[file]) differing.push(`${folder}/${file}`);
  }
  // A short run asks nobody: what `npm test` says must not change from one day to the next.
  const high = BUILDS.length < ALL_BUILDS.length ? null : highAdvisories();
  const holds = packages <= MOST_PACKAGES && differing.length === 0 && (high ?? 0) === 0;
  record({
    id: "A23",
    figure: `${packages} direct runtime packages (limit ${MOST_PACKAGES}); two builds for ${BUILDS.length === 1 ? "Chromium" : "each browser"}: ${differing.length} files differ${high === null ? "" : `; ${high} high advisories`}`,
    holds,
    knownToFail: "one package more than the limit",
    open: [
      packages > MOST_PACKAGES && "no package can go without writing anew what it does better",
      high === null &&
        "no advisory was looked up: npm asks for an audit by POST, which the registry of this run does not answer",
    ]
      .filter(Boolean)
      .join("; "),
    place: NODE,
  });
  expect([packages <= KNOWN_PACKAGES, differing, high ?? 0]).toEqual([true, [], 0]);
});

function built(script: string, folder: string): Record<string, string> {
  const { status } = spawnSync("npm", ["run", "--silent", script], { cwd: ROOT, stdio: "ignore" });
  expect(status).toBe(0);
  const base = join(ROOT, ".output", folder);
  return Object.fromEntries(
    readdirSync(base, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [
          path.slice(base.length),
          createHash("sha256").update(readFileSync(path)).digest("hex"),
        ];
      }),
  );
}

/** `null` when nobody answers. */
function highAdvisories(): number | null {
  const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  const { metadata } = JSON.parse(stdout || "{}") as {
    metadata?: { vulnerabilities: { high: number; critical: number } };
  };
  return metadata ? metadata.vulnerabilities.high + metadata.vulnerabilities.critical : null;
}
