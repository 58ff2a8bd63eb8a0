import { flatParent } from "../../../lib/page/text";

export type Theme = "light" | "dark";

/** From here on a ground hides what is below it. */
const OPAQUE = 0.5;

/** Whether what stands in an element stands on a dark ground: the first opaque one, else as its letters tell. */
export function themeOf(element: Element): Theme {
  for (let at: Element | null = element; at; at = flatParent(at)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    const { light, alpha } = readColour(backgroundColor);
    if (alpha >= OPAQUE) return light < 0.5 ? "dark" : "light";
    if (backgroundImage && backgroundImage !== "none") break;
  }
  // Light letters need a dark ground, also where it is a picture or the browser's own.
  return readColour(getComputedStyle(element).color).light > 0.55 ? "dark" : "light";
}

/** Lightness and opacity, both 0 to 1, of a colour as browsers compute it. */
function readColour(colour: string): { light: number; alpha: number } {
  const [, space = "", rest = ""] =
    /^(\w+)\((?:srgb |srgb-linear |display-p3 )?(.*)\)$/.exec(colour) ?? [];
  const numbers = rest.match(/-?[\d.]+/g)?.map(Number);
  if (!numbers) return { light: 0, alpha: 0 };
  const [a = 0, b = 0, c = 0, alpha = 1] = numbers;
  if (/^(?:ok)?l/.test(space)) return { light: space.startsWith("ok") ? a : a / 100, alpha };
  const most = space.startsWith("rgb") ? 255 : 1;
  return { light: (0.299 * a + 0.587 * b + 0.114 * c) / most, alpha };
}
