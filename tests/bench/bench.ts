import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { buildBundle } from "../setup/build-bundle.ts";
import { bundleSizes } from "./bundle-size.ts";
import type { Results } from "./figure.ts";
import { badges } from "./figures/badges.ts";
import { bytes } from "./figures/bytes.ts";
import { capture } from "./figures/capture.ts";
import { contracts } from "./figures/contracts.ts";
import { idlePage } from "./figures/idle-page.ts";
import { largeVault } from "./figures/large-vault.ts";
import { openRecords } from "./figures/open-records.ts";
import { partners } from "./figures/partners.ts";
import { popupOpen } from "./figures/popup-open.ts";
import { unlock } from "./figures/unlock.ts";
import { wakeUps } from "./figures/wake-ups.ts";
import { workerStart } from "./figures/worker-start.ts";
import { readOptions } from "./options.ts";
import { figureText, growthText } from "./print.ts";
import { outcomesOf, summaryText } from "./summary.ts";
import { exponentOf, targetText } from "./target.ts";
import { BUNDLE, createWorld, type World } from "./world.ts";

const GROUPS: Record<string, (world: World) => Promise<Results> | Results> = {
  bytes,
  popup: popupOpen,
  unlock,
  records: openRecords,
  badges,
  capture,
  worker: workerStart,
  idle: idlePage,
  wakes: wakeUps,
  contracts,
  partners,
  large: largeVault,
};

/** How busy the machine was around a group, and how long the group took. */
interface Run {
  group: string;
  loadBefore: number;
  loadAfter: number;
  seconds: number;
}

const options = readOptions(process.argv.slice(2));
const unknown = options.only.filter((name) => !(name in GROUPS));
if (unknown.length > 0) {
  process.stderr.write(
    `--only takes ${Object.keys(GROUPS).join(", ")}; there is no ${unknown.join(", ")}\n`,
  );
  process.exit(1);
}
const chosen = Object.entries(GROUPS).filter(
  ([name]) => options.only.length === 0 || options.only.includes(name),
);
if (options.bundle === null) buildBundle();
const world = createWorld(options);
const results: Results = { figures: [], growths: [] };
const runs: Run[] = [];
const failed: string[] = [];
try {
  for (const [group, measure] of chosen) {
    const [loadBefore, startedAtMs] = [load(), Date.now()];
    process.stdout.write(
      `\n━━ ${group} (load ${loadBefore.toFixed(1)} on ${cpus().length} cores)\n`,
    );
    try {
      const { figures, growths } = await measure(world);
      results.figures.push(...figures);
      results.growths.push(...growths);
      for (const figure of figures) process.stdout.write(`${figureText(figure)}\n`);
      if (growths.length > 0) process.stdout.write(`\n${growthText(growths)}\n`);
    } catch (error) {
      // The other figures are worth having all the same.
      failed.push(group);
      process.stdout.write(`not measured: ${error instanceof Error ? error.stack : error}\n`);
    }
    // What only this group needed must not run beside the next one.
    await world.endExtras();
    const seconds = (Date.now() - startedAtMs) / 1_000;
    runs.push({ group, loadBefore, loadAfter: load(), seconds });
    process.stdout.write(`\n  took ${seconds.toFixed(0)} s\n`);
  }
} finally {
  await world.close();
}

const outcomes = outcomesOf(results);
const loads = runs.flatMap(({ loadBefore, loadAfter }) => [loadBefore, loadAfter]);
const loadText = `load ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`;
process.stdout.write(
  `\n━━ targets (${loadText} on ${cpus().length} cores; nothing is asserted)\n${summaryText(outcomes, failed)}\n`,
);
if (options.json !== null) {
  const report = {
    at: new Date().toISOString(),
    machine: `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`,
    runs,
    notMeasured: failed,
    sizes: bundleSizes(options.bundle ?? BUNDLE),
    figures: results.figures.map((figure) => ({
      ...figure,
      ...(figure.target && { targetText: targetText(figure.target, figure.unit) }),
    })),
    growths: results.growths.map((growth) => ({
      ...growth,
      exponent: growth.medians.length < 2 ? null : exponentOf(growth.medians),
      lastStep: growth.medians.length < 2 ? null : exponentOf(growth.medians.slice(-2)),
    })),
    outcomes,
  };
  writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
}
if (failed.length > 0) process.exitCode = 1;

/** Ratios hold only where the machine had time: a load above the number of cores says it had not. */
function load(): number {
  return loadavg()[0] ?? Number.NaN;
}
