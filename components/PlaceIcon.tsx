import { Drawing } from "./Icon";

/** Drawn like the others, for places that no first picture names. */
const PATHS = {
  globe:
    "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM2 8h12M8 2c2 1.8 2.8 3.7 2.8 6S10 12.2 8 14c-2-1.8-2.8-3.7-2.8-6S6 3.8 8 2z",
  sun: "M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7",
  calendar: "M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.2V5M10.5 2.2V5",
  journal: "M3.5 2.5h9v11h-9zM6 5.5h4M6 8h4M6 10.5h2.5",
  chart: "M2.5 13.5h11M4.5 11V7.5M8 11V3.5M11.5 11V9",
} as const;

export function PlaceIcon({ name }: { name: keyof typeof PATHS }) {
  return <Drawing path={PATHS[name]} />;
}
