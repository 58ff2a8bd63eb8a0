export interface Step {
  name: string;
  script: string;
  /** Steps that make no sense when this one failed. */
  neededBy?: readonly string[];
}

const IN_BROWSERS = ["Browser tests", "Trust, in short"];

/** What `npm test` does, in this order. */
export const STEPS: readonly Step[] = [
  { name: "Types", script: "types" },
  { name: "Lint", script: "lint" },
  { name: "Unit tests", script: "unit" },
  { name: "Build", script: "build", neededBy: ["Size", ...IN_BROWSERS] },
  { name: "Build for Firefox", script: "build:firefox", neededBy: IN_BROWSERS },
  { name: "Size", script: "size" },
  { name: "Packages", script: "packages" },
  { name: "Trust, in short", script: "trust:short" },
  { name: "Browser tests", script: "e2e" },
];
