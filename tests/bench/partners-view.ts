import type { FilledStage } from "./world.ts";

const QUIET_MS = 500;
const PATIENCE_MS = 40_000;

/** A contract's page in the workspace. */
export interface PartnersView {
  /** From going there to the frame with the first partner that a click would hit; `NaN` when refused. */
  rowsMs: number;
  /** What the page says instead of partners. */
  refused: string | null;
  /** ms from a whole name typed into the list's own filter to that partner at its head. */
  timeFilter(times: number, size: number): Promise<number[]>;
  /** The same in the search above all places. */
  timeSearch(times: number, size: number): Promise<number[]>;
  close(): Promise<void>;
}

/** Goes from another place of an open workspace to the contract. */
export async function openPartners(
  { chromium, targets }: FilledStage,
  contractId: string,
): Promise<PartnersView> {
  targets.runFirst(null);
  const page = await chromium.openPage("workspace.html#/vault");
  await page.waitForSelector("h1, h2");
  await page.waitForNetworkIdle({ idleTime: QUIET_MS });
  const { rowsMs, refused } = await page.evaluate(goToContract, contractId, PATIENCE_MS);
  const typing = (field: string, list: string) => (times: number, size: number) =>
    page.evaluate(typeNames, field, list, times, size);
  return {
    rowsMs: rowsMs ?? Number.NaN,
    refused,
    timeFilter: typing('input[aria-label="Filter partners"]', 'ul[aria-label="Partners"]'),
    timeSearch: typing('.estate-search input[type="search"]', ".estate-search ul"),
    close: () => page.close(),
  };
}

/** Runs in the workspace. */
async function goToContract(
  contractId: string,
  patienceMs: number,
): Promise<{ rowsMs: number | null; refused: string | null }> {
  const usable = (element: Element | null): boolean => {
    if (!element) return false;
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit !== null && element.contains(hit);
  };
  const startedAtMs = performance.now();
  location.hash = `#/contracts/${contractId}`;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (usable(document.querySelector('ul[aria-label="Partners"] > li a'))) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve({ rowsMs: performance.now() - startedAtMs, refused: null });
        port2.postMessage(null);
        return;
      }
      const refused = document.querySelector('[role="alert"]')?.textContent?.trim();
      if (refused) resolve({ rowsMs: null, refused });
      else if (performance.now() < startedAtMs + patienceMs) requestAnimationFrame(look);
      else reject(new Error(`no partners on the page: ${document.body.textContent.slice(0, 400)}`));
    };
    requestAnimationFrame(look);
  });
}

/**
 * Runs in the workspace: each time another partner's name. Its number may stand in the id of another
 * one too, as of 10,000 some two in five runs have it, and the search takes words one by one: what is
 * meant stands first then, and not alone.
 */
async function typeNames(
  fieldIs: string,
  listIs: string,
  times: number,
  size: number,
): Promise<number[]> {
  const write = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
  // Looked for each time: the page may have drawn it anew.
  const type = (words: string) => {
    const field = document.querySelector<HTMLInputElement>(fieldIs);
    if (!field) throw new Error(`there is no ${fieldIs}`);
    field.focus();
    write?.call(field, words);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };
  const tookMs: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const words = `House ${String(Math.floor((size * (turn + 0.5)) / times)).padStart(5, "0")}`;
    const answered = new Promise<number>((resolve, reject) => {
      const late = setTimeout(() => {
        const rows = document.querySelector(listIs)?.children.length ?? 0;
        const typed = document.querySelector<HTMLInputElement>(fieldIs)?.value;
        reject(new Error(`“${words}” was answered with ${rows} rows, the field holds “${typed}”`));
      }, 10_000);
      const observer = new MutationObserver(() => {
        const [first] = document.querySelector(listIs)?.children ?? [];
        if (!first?.textContent?.includes(words)) return;
        observer.disconnect();
        clearTimeout(late);
        resolve(performance.now());
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    const startedAtMs = performance.now();
    type(words);
    tookMs.push((await answered) - startedAtMs);
    type("");
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return tookMs;
}
