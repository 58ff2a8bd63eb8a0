import { buildBundle } from "../setup/build-bundle.ts";
import { type Budget, readBudget } from "./budget.ts";
import { bundleSizes } from "./bundle-size.ts";
import { BUNDLE } from "./world.ts";

const budget = readBudget();

buildBundle();
function verdictOn(gzipBytes: number, { ceiling, aim }: Budget): string {
  const held = `${gzipBytes > ceiling ? "✗ over" : "✓ of"} ${kB(ceiling).trim()}`;
  if (aim === undefined) return held;
  return `${held}, aim ${kB(aim).trim()}${gzipBytes > aim ? ": missed" : ""}`;
}

const sizes = Object.entries(bundleSizes(BUNDLE));
const kB = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`.padStart(10);
let isOver = false;
for (const [part, { rawBytes, gzipBytes }] of sizes) {
  const most = budget[part];
  isOver ||= most !== undefined && gzipBytes > most.ceiling;
  const verdict = most ? verdictOn(gzipBytes, most) : "";
  process.stdout.write(`${part.padEnd(44)}${kB(rawBytes)} ${kB(gzipBytes)} gzip  ${verdict}\n`);
}
for (const part of Object.keys(budget)) {
  if (sizes.some(([name]) => name === part)) continue;
  process.stdout.write(`✗ the budget names “${part}”, which is not in the bundle\n`);
  isOver = true;
}
if (isOver) process.exitCode = 1;
