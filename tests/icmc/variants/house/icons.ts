const SVG = "http://www.w3.org/2000/svg";

/** Outlines on a 24 by 24 field. */
const PATHS = {
  overview: "M4 5h6v7H4zM14 5h6v4h-6zM14 13h6v6h-6zM4 16h6v3H4z",
  partners: "M4 20V9l8-5 8 5v11M9 20v-6h6v6",
  team: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM3 20a6 6 0 0 1 12 0M16 4.5a3.5 3.5 0 0 1 0 6.3M17.5 14.4A6 6 0 0 1 21 20",
  key: "M15.5 13a5 5 0 1 0-4.6-3.1L4 16.8V20h3.2v-2.4h2.4v-2.4l1.8-1.8c.9.4 2.4.6 4.1-.4ZM16.6 7.9h.01",
  docs: "M5 4h9l5 5v11H5zM14 4v5h5M9 13h6M9 16.5h6",
  settings:
    "M4 7h9M17 7h3M4 17h3M11 17h9M15 9.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM9 19.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4Z",
  trash: "M4 7h16M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.3 10.5v5.5M13.7 10.5v5.5",
  copy: "M9 9h11v11H9zM5.5 15H4V4h11v1.5",
  check: "m5 12.5 4.5 4.5L19 7.5",
  close: "m6 6 12 12M18 6 6 18",
  up: "m7 14 5-5 5 5",
  down: "m7 10 5 5 5-5",
  left: "m14 7-5 5 5 5",
  right: "m10 7 5 5-5 5",
  info: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5M12 8h.01",
  warning: "M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17.2h.01",
  signOut: "M10 4H5v16h5M15 8l4 4-4 4M19 12H9",
} as const;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
