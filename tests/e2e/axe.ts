import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with a page in the light and in the dark scheme, a line each. */
export async function violationsIn(page: Page, within = "document"): Promise<string[]> {
  const found: string[] = [];
  // The debugger may run what the pages' own policies forbid.
  const session = await page.createCDPSession();
  await session.send("Runtime.evaluate", { expression: AXE });
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression: `Promise.allSettled(document.getAnimations().map((one) => one.finished))
        .then(() => axe.run(${within}))
        .then(({ passes, violations }) => JSON.stringify({ passed: passes.length,
          wrong: violations.map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 120)) }))`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(`axe did not run: ${exceptionDetails.text}`);
    const { passed, wrong } = JSON.parse(result.value) as { passed: number; wrong: string[] };
    if (passed === 0) throw new Error("axe found nothing to look at");
    found.push(...wrong.map((line) => `${scheme}: ${line}`));
  }
  await page.emulateMediaFeatures([]);
  await session.detach();
  return found;
}
