import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { buildBundle } from "../setup/build-bundle.ts";
import { bundleSizes } from "./bundle-size.ts";
import type { Results } from "./figure.ts";
import { badges } from "./figures/badges.ts";
import { capture } from "./figures/capture.ts";
import { contracts } from "./figures/contracts.ts";
import { idlePage } from "./figures/idle-page.ts";
import { largeVault } from "./figures/large-vault.ts";
import { openRecords } from "./figures/open-records.ts";
import { popupOpen } from "./figures/popup-open.ts";
import { unlock } from "./figures/unlock.ts";
import { workerStart } from "./figures/worker-start.ts";
import { readOptions } from "./options.ts";
import { figureText, growthText } from "./print.ts";
import { BUNDLE, createWorld, type World } from "./world.ts";

const GROUPS: Record<string, (world: World) => Promise<Results>> = {
  popup: popupOpen,
  unlock,
  records: openRecords,
  badges,
  capture,
  worker: workerStart,
  idle: idlePage,
  contracts,
  large: largeVault,
};

const options = readOptions(process.argv.slice(2));
const chosen = Object.entries(GROUPS).filter(
  ([name]) => options.only.length === 0 || options.only.includes(name),
);
if (chosen.length === 0) {
  process.stderr.write(`--only takes one of: ${Object.keys(GROUPS).join(", ")}\n`);
  process.exit(1);
}
if (options.bundle === null) buildBundle();
const world = createWorld(options);
const results: Results = { figures: [], growths: [] };
const failed: string[] = [];
try {
  for (const [name, measure] of chosen) {
    process.stdout.write(`\n━━ ${name} (${loadText()})\n`);
    try {
      const { figures, growths } = await measure(world);
      results.figures.push(...figures);
      results.growths.push(...growths);
      for (const figure of figures) process.stdout.write(`${figureText(figure)}\n`);
      if (growths.length > 0) process.stdout.write(`\ngrowth\n${growthText(growths)}\n`);
    } catch (error) {
      // The other figures are worth having all the same.
      failed.push(name);
      process.stdout.write(`not measured: ${error instanceof Error ? error.stack : error}\n`);
    }
  }
} finally {
  await world.close();
}
const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`;
if (options.json !== null) {
  const report = {
    at: new Date().toISOString(),
    machine,
    load: loadText(),
    sizes: bundleSizes(options.bundle ?? BUNDLE),
    ...results,
  };
  writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
}
if (failed.length > 0) {
  process.stdout.write(`\nNot measured: ${failed.join(", ")}\n`);
  process.exitCode = 1;
}

/** Ratios hold only where the machine had time: a load above the number of cores says it had not. */
function loadText(): string {
  return `load ${loadavg()[0]?.toFixed(1)} on ${cpus().length} cores`;
}
