import type { Page } from "puppeteer-core";

/** What does not fit on a page, a line each: texts that are cut off and controls beyond the edge. */
export function spillsIn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const named = (element: Element) => {
      const words = element.getAttribute("aria-label") ?? element.textContent ?? "";
      return `${element.localName} “${words.trim().slice(0, 60)}”`;
    };
    const isSeen = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest(".sr-only");
    // Whoever is shown an ellipsis can read the whole in the title; without one it is lost.
    const isShortened = (element: Element) =>
      getComputedStyle(element).textOverflow === "ellipsis" && element.closest("[title]") !== null;
    const isCut = (element: Element) =>
      (element.scrollWidth > element.clientWidth + 1 ||
        element.scrollHeight > element.clientHeight + 1) &&
      !isShortened(element);
    const seen = [...document.body.querySelectorAll("*")].filter(isSeen);
    const buttons = seen.filter((one) => one.matches("button, [role=button], [role=tab], nav a"));
    const clipping = seen.filter(
      (one) =>
        one.textContent?.trim() &&
        getComputedStyle(one).overflowX !== "visible" &&
        getComputedStyle(one).overflowX !== "auto" &&
        !one.matches("input, select, textarea"),
    );
    const hasText = (one: Element) =>
      [...one.childNodes].some((node) => node instanceof Text && node.data.trim() !== "");
    const texts = seen.filter(
      (one) =>
        hasText(one) &&
        getComputedStyle(one).display !== "inline" &&
        one.scrollWidth > one.clientWidth + 1,
    );
    const controls = seen.filter((one) =>
      one.matches("button, a[href], input, select, textarea, summary, [tabindex='0']"),
    );
    const isBeyond = (element: Element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      return own > 0 && (left < -1 || right > width + 1);
    };
    // Of boxes side by side one may lie over what sticks out of the other.
    const sticksOut = (element: Element) => {
      const { right, width: own } = element.getBoundingClientRect();
      const around = element.parentElement?.closest("main, header, section, form, li, article");
      return own > 0 && around && right > around.getBoundingClientRect().right + 1;
    };
    return [
      ...(document.body.scrollWidth > width
        ? [`the page is ${document.body.scrollWidth} wide in ${width}`]
        : []),
      ...new Set(
        [...buttons, ...texts, ...clipping].filter(isCut).map((one) => `cut off: ${named(one)}`),
      ),
      ...[...buttons, ...texts]
        .filter(sticksOut)
        .map((one) => `sticks out of what is around it: ${named(one)}`),
      ...controls.filter(isBeyond).map((one) => `beyond the edge: ${named(one)}`),
    ];
  });
}
