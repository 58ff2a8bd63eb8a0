import type { Page } from "puppeteer-core";

/** What the extension shows in the console's page, by the hooks anybody may rely on. */
export interface ShownBadge {
  /** Value of `data-icmc-badge`. */
  state: string;
  words: string;
  /** Value of `data-icmc-vault`; `null` while it is absent. */
  vault: string | null;
}

/** Every badge in the page, in document order, also inside open shadow roots. */
export function shownBadges(page: Page): Promise<ShownBadge[]> {
  return page.$$eval(">>> [data-icmc-badge]", (badges) =>
    badges.map((badge) => ({
      state: badge.getAttribute("data-icmc-badge") ?? "",
      words: (badge.shadowRoot ?? badge).textContent?.trim() ?? "",
      vault: badge.getAttribute("data-icmc-vault"),
    })),
  );
}

/** Waits until there are exactly so many badges. */
export async function badgesShown(page: Page, count: number, timeoutMs = 10_000): Promise<void> {
  await until(
    async () => (await shownBadges(page)).length === count,
    timeoutMs,
    async () => {
      return `${count} badges expected, ${(await shownBadges(page)).length} shown`;
    },
  );
}

/** State of the only capture control in the page; `null` when there is none. */
export async function captureState(page: Page): Promise<string | null> {
  const states = await page.$$eval(">>> [data-icmc-save]", (hosts) =>
    hosts.map((host) => host.getAttribute("data-icmc-save") ?? ""),
  );
  if (states.length > 1) throw new Error(`${states.length} capture controls stand in the page`);
  return states[0] ?? null;
}

/** Waits until the capture control stands so (`null`: is gone). */
export async function captureBecomes(
  page: Page,
  wanted: string | null,
  timeoutMs = 10_000,
): Promise<void> {
  await until(
    async () => (await captureState(page)) === wanted,
    timeoutMs,
    async () => {
      return `capture should be ${wanted}, is ${await captureState(page)}`;
    },
  );
}

/** Looks again and again until it holds. @throws with what `complaint` says when it never does. */
export async function until(
  holds: () => Promise<boolean>,
  timeoutMs: number,
  complaint: () => Promise<string>,
): Promise<void> {
  const deadlineMs = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > deadlineMs) throw new Error(await complaint());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
