// Runs a script of this project with the project's own Node, installing first where needed:
//   node tests/setup/prepare.mjs tests/icmc/start.ts [arguments]
// Plain JavaScript for Node 18 and newer: nothing else is there before the first install.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const PROGRAMS = join(ROOT, "node_modules", ".bin");

/** Whether every package of the lockfile is installed in exactly its version. */
function isInstalled() {
  const wanted = packagesIn(join(ROOT, "package-lock.json"));
  const present = packagesIn(join(ROOT, "node_modules", ".package-lock.json"));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    // Builds for other platforms are listed but not installed.
    if (entry.optional && !present[path]) return true;
    return present[path]?.version === entry.version;
  });
}

function packagesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).packages : null;
}

/** npm as it was called, or the one on the path. */
function npm(...args) {
  const own = process.env.npm_execpath;
  const options = { cwd: ROOT, stdio: "inherit" };
  return own?.endsWith(".js")
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
}

/** Path of the Node that came with the install, or this one when it is new enough. */
function projectNode() {
  const own = join(
    ROOT,
    "node_modules",
    "node",
    "bin",
    process.platform === "win32" ? "node.exe" : "node",
  );
  if (existsSync(own)) return own;
  return Number(process.versions.node.split(".")[0]) >= 26 ? process.execPath : null;
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const [script, ...args] = process.argv.slice(2);
if (!script) fail("Please name the script to run.");

if (!isInstalled() || !projectNode()) {
  process.stdout.write("Installing what the project needs …\n");
  if (npm("ci").status !== 0) fail("npm ci failed; its own words stand above.");
}
const node = projectNode();
if (!node) fail("The npm package `node` did not install Node 26; please install Node 26 yourself.");

const child = spawn(node, ["--disable-warning=ExperimentalWarning", join(ROOT, script), ...args], {
  cwd: ROOT,
  stdio: "inherit",
  env: { ...process.env, PATH: [PROGRAMS, dirname(node), process.env.PATH].join(delimiter) },
});
// Ctrl-C reaches the child by itself; this process waits for it to tidy up.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
