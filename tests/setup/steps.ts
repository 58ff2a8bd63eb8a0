export interface Step {
  name: string;
  script: string;
  /** Steps that make no sense when this one failed. */
  neededBy?: readonly string[];
}

/** What `npm test` does, in this order. */
export const STEPS: readonly Step[] = [
  { name: "Types", script: "types" },
  { name: "Lint", script: "lint" },
  { name: "Unit tests", script: "unit" },
  { name: "Build", script: "build", neededBy: ["Size", "Browser tests", "Trust, in short"] },
  { name: "Size", script: "size" },
  { name: "Packages", script: "packages" },
  { name: "Browser tests", script: "e2e" },
  { name: "Browser tests in Firefox", script: "e2e:firefox" },
  { name: "Trust, in short", script: "trust:short" },
];
