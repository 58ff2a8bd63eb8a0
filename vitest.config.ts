import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";
import { LEFT_OUT } from "./tests/e2e/in-firefox.ts";

export default defineConfig({
  plugins: [preact()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/setup/speak-english.ts", "tests/setup/patient-finding.ts"],
          environment: "node",
          // Keys are derived for real, and the machine may be busy: a promise is no measurement.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "trust",
          include: ["tests/trust/**/*.trust.ts"],
          environment: "node",
          globalSetup: "tests/setup/e2e-setup.ts",
          execArgv: ["--disable-warning=ExperimentalWarning"],
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      browserTests("e2e", "chromium"),
      browserTests("e2e-firefox", "firefox"),
    ],
  },
});

/** The same files for every browser. */
function browserTests(name: string, browser: "chromium" | "firefox") {
  return {
    extends: true as const,
    test: {
      name,
      include: ["tests/e2e/**/*.test.ts"],
      // What only one of them has.
      exclude: browser === "firefox" ? Object.keys(LEFT_OUT) : ["tests/e2e/firefox/**"],
      environment: "node",
      env: { TEST_BROWSER: browser },
      globalSetup: "tests/setup/e2e-setup.ts",
      // The local console serves its TypeScript with the types taken out by Node itself.
      execArgv: ["--disable-warning=ExperimentalWarning"],
      testTimeout: 120_000,
      hookTimeout: 120_000,
      fileParallelism: false,
    },
  };
}
