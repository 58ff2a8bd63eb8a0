import { spawnSync } from "node:child_process";
import { ensureBrowser, NoBrowserError } from "./ensure-browser.ts";
import { STEPS, type Step } from "./steps.ts";

function run(step: Step): boolean {
  process.stdout.write(`\n━━ ${step.name}\n`);
  const startedAtMs = performance.now();
  const { status } = spawnSync("npm", ["run", "--silent", step.script], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1);
  const passed = status === 0;
  process.stdout.write(`${passed ? "✓" : "✗"} ${step.name} (${seconds} s)\n`);
  return passed;
}

/** Runs every step that makes sense. @returns The names of those that failed or could not run. */
function runAll(): string[] {
  const failed: string[] = [];
  for (const step of STEPS) {
    const blocker = STEPS.find(
      ({ name, neededBy }) => failed.includes(name) && neededBy?.includes(step.name),
    );
    if (blocker) {
      process.stdout.write(`\n✗ ${step.name}: not run, ${blocker.name} failed\n`);
      failed.push(step.name);
    } else if (!run(step)) {
      failed.push(step.name);
    }
  }
  return failed;
}

try {
  ensureBrowser("chromium");
  ensureBrowser("firefox");
} catch (error) {
  if (!(error instanceof NoBrowserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
const failed = runAll();
if (failed.length > 0) {
  process.stdout.write(`\nFailed: ${failed.join(", ")}\n`);
  process.exit(1);
}
