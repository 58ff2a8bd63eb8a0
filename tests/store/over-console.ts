import type { Browser, Page } from "puppeteer-core";

/**
 * The popup where the browser shows it: below the toolbar's right end, over the page. A picture of
 * one page never holds the other, so both are pictures, laid over each other in a page of its own.
 *
 * @param below - Picture of the console, PNG in base64; `above` that of the popup.
 */
export async function overConsole(
  browser: Browser,
  below: string,
  above: string,
  size: { width: number; height: number },
): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport(size);
  await page.setContent(
    `<style>
      body { margin: 0; overflow: hidden }
      img { position: absolute; top: 0 }
      .above { top: 8px; right: 16px; max-height: ${size.height - 24}px; border-radius: 8px;
        box-shadow: 0 8px 32px rgb(0 0 0 / .35), 0 0 0 1px rgb(0 0 0 / .1) }
    </style>
    <img src="data:image/png;base64,${below}"><img class="above" src="data:image/png;base64,${above}">`,
  );
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  return page;
}
