import type { Badge, BadgeState } from "../../../lib/keys/badge";
import type { VaultMark } from "../../../lib/keys/match";
import type { RowMark } from "../../../lib/tasks/mark-rows";
import { t, type WordName } from "../../../lib/words/words";
import { asOwn } from "../drawing/own-elements";
import type { Theme } from "../drawing/page-theme";

/** Letters and ground of each state: those of `assets/tokens.css`, which the page does not know. A test holds them equal. */
const COLOURS: Record<Theme, Record<BadgeState, [text: string, ground: string]>> = {
  light: {
    valid: ["#146c3c", "#e3f4e9"],
    soon: ["#805500", "#fdf2d6"],
    urgent: ["#a53a00", "#ffe9dc"],
    expired: ["#b3261e", "#fdeceb"],
    never: ["#4a5565", "#e9ecf1"],
    unclear: ["#6941a5", "#f1eafb"],
    unknown: ["#59606b", "#eceef1"],
  },
  dark: {
    valid: ["#7fd8a0", "#173726"],
    soon: ["#f0c56b", "#3d3013"],
    urgent: ["#ffb085", "#472512"],
    expired: ["#ff9a92", "#45211f"],
    never: ["#b4bdca", "#2d3138"],
    unclear: ["#cdb4f6", "#33264a"],
    unknown: ["#a5abb5", "#2d3036"],
  },
};
const MARK_WORDS: Record<VaultMark, WordName> = {
  kept: "page.kept",
  missing: "page.missing",
  differs: "page.differs",
};
/** How the dot before the words is drawn: full; in a ring when kept, an empty ring when missing, a struck ring. */
const DOTS: Record<VaultMark | "plain", (colour: string) => string> = {
  plain: (colour) => `radial-gradient(circle at 9px 50%,${colour} 2.5px,transparent 3.2px)`,
  kept: (colour) =>
    `radial-gradient(circle at 9px 50%,${colour} 1.8px,transparent 2.3px 3.2px,${colour} 3.7px 4.2px,transparent 4.7px)`,
  missing: (colour) =>
    `radial-gradient(circle at 9px 50%,transparent 2.6px,${colour} 3.1px 3.7px,transparent 4.2px)`,
  differs: (colour) =>
    `linear-gradient(${colour},${colour}) 3px 50%/12px 1.5px no-repeat,${DOTS.missing(colour)}`,
};

/** What each of our badges looks like at present. */
const worn = new WeakMap<HTMLElement, string>();
const dotted = new WeakMap<HTMLElement, keyof typeof DOTS>();

/** One ready-made badge for each look: copying it is several times faster than styling anew. */
const templates = new Map<string, HTMLElement>();

/** A badge without words; {@link dress} gives it those. */
export function createBadge(state: BadgeState, theme: Theme): HTMLElement {
  const language = t("locale");
  const look = `${theme} ${state}`;
  const name = `${look} ${language}`;
  let template = templates.get(name);
  if (!template) {
    template = document.createElement("span");
    template.dir = "ltr";
    template.lang = language;
    template.translate = false;
    template.style.cssText = lookOf(state, theme);
    template.dataset.icmcBadge = state;
    templates.set(name, template);
  }
  const element = asOwn(template.cloneNode() as HTMLElement);
  worn.set(element, look);
  return element;
}

/** Brings an element to what a badge says; touches only what differs. */
export function dress(
  element: HTMLElement,
  badge: Badge,
  theme: Theme,
  vault: RowMark | null,
): void {
  const look = `${theme} ${badge.state}`;
  if (worn.get(element) !== look) {
    // `!important`, since the page's sheets reach the badge.
    element.style.cssText = lookOf(badge.state, theme);
    element.dataset.icmcBadge = badge.state;
    worn.set(element, look);
    dotted.delete(element);
  }
  const dot = vault?.mark ?? "plain";
  if ((dotted.get(element) ?? "plain") !== dot) {
    // The rest of the look stays: the badge may have been fitted into its cell.
    element.style.setProperty("background", groundOf(badge.state, theme, dot), "important");
    dotted.set(element, dot);
  }
  const language = t("locale");
  if (element.lang !== language) element.lang = language;
  if (element.textContent !== badge.words) element.textContent = badge.words;
  const mark = vault?.mark;
  const doubt = vault?.isCertain === false ? ` ${t("page.uncertain")}` : "";
  const title = mark ? `${badge.title}\n${t(MARK_WORDS[mark])}${doubt}` : badge.title;
  if (element.title !== title) element.title = title;
  if (!mark) element.removeAttribute("data-icmc-vault");
  else if (element.dataset.icmcVault !== mark) element.dataset.icmcVault = mark;
}

function groundOf(state: BadgeState, theme: Theme, dot: keyof typeof DOTS): string {
  const [text, ground] = COLOURS[theme][state];
  return `${DOTS[dot](text)} ${ground}`;
}

function lookOf(state: BadgeState, theme: Theme): string {
  const [text] = COLOURS[theme][state];
  return [
    "all:initial",
    // Whoever spaces letters and words of a page for easier reading spaces ours with them.
    "letter-spacing:inherit",
    "word-spacing:inherit",
    "display:inline-block",
    "box-sizing:border-box",
    // Less high for its line than it looks, so that no row grows: a list of rows that do is laid out
    // anew as a whole, and takes twice as long.
    "margin:-2px 0 -2px 8px",
    "padding:0 7px 0 17px",
    "border-radius:9px",
    "font:500 11px/18px system-ui,sans-serif",
    "font-variant-numeric:tabular-nums",
    "white-space:nowrap",
    "vertical-align:middle",
    "cursor:inherit",
    "user-select:none",
    `color:${text}`,
    `background:${groundOf(state, theme, "plain")}`,
    // The edge, also where the browser draws in its own few colours and knows no shadows.
    "outline:1px solid transparent",
    "outline-offset:-1px",
    `box-shadow:inset 0 0 0 1px color-mix(in srgb,${text} 25%,transparent)`,
  ]
    .map((rule) => `${rule}!important`)
    .join(";");
}
