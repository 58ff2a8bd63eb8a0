import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "puppeteer-core";
import { isFirefox } from "./browser-kind.ts";
import { setScheme } from "./color-scheme.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong with a page in the light and in the dark scheme, a line each. */
export async function violationsIn(page: Page, within = "document"): Promise<string[]> {
  const found: string[] = [];
  const run = isFirefox(page) ? runInFirefox(page) : await runInChromium(page);
  await run(AXE);
  for (const scheme of ["light", "dark"] as const) {
    await setScheme(page, scheme);
    const told = await run(`Promise.allSettled(document.getAnimations().map((one) => one.finished))
      .then(() => axe.run(${within}))
      .then(({ passes, violations }) => JSON.stringify({ passed: passes.length,
        wrong: violations.map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 120)) }))`);
    const { passed, wrong } = JSON.parse(String(told)) as { passed: number; wrong: string[] };
    if (passed === 0) throw new Error("axe found nothing to look at");
    found.push(...wrong.map((line) => `${scheme}: ${line}`));
  }
  await setScheme(page, null);
  return found;
}

/** Runs what the pages' own policies forbid. */
type Run = (expression: string) => Promise<unknown>;

async function runInChromium(page: Page): Promise<Run> {
  const session = await page.createCDPSession();
  return async (expression) => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: expression !== AXE,
    });
    if (exceptionDetails) throw new Error(`axe did not run: ${exceptionDetails.text}`);
    return result.value;
  };
}

function runInFirefox(page: Page): Run {
  return (expression) => page.evaluate(expression === AXE ? `${AXE};0` : expression);
}
